import { type Disposable, DisposableStore } from '../../shared/lifecycle'
import type { Services } from '../services'
import { type Answer, dispatch } from './dispatcher'
import { FollowedOutput } from './followedOutput'
import type { Caller, Handlers } from './handler'
import { makeHandlers } from './handlers'
import { forwardEvents } from './windowEvents'
import type { WindowHost } from './windowHost'
import { WatchedHardware } from './watchedHardware'
import { WindowJournal } from './windowJournal'

/** One window joined to the services: its requests are answered and events reach it until disposed. */
export class WindowConnection implements Disposable {
  private readonly store = new DisposableStore()
  private readonly handlers: Handlers
  private readonly caller: Caller

  constructor(
    private readonly services: Services,
    host: WindowHost,
  ) {
    this.handlers = makeHandlers(services)
    const followed = this.store.add(new FollowedOutput(services.sessions, host))
    const watched = this.store.add(new WatchedHardware(services.hardware, host))
    const journal = this.store.add(new WindowJournal(services.journal))
    this.caller = { host, followed, watched, journal }
    this.store.add(forwardEvents(services, host, followed))
    this.store.add(services.ports.watch())
    this.store.add(services.waiting.watch())
  }

  /** Never rejects: failures are data. */
  request(name: string, params: unknown): Promise<Answer> {
    return dispatch(this.handlers, this.services.log, name, params, this.caller)
  }

  dispose(): void {
    this.store.dispose()
  }
}
