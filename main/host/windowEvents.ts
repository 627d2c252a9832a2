import { type Disposable, DisposableStore } from '../../shared/lifecycle'
import type { Services } from '../services'
import type { FollowedOutput } from './followedOutput'
import type { WindowHost } from './windowHost'

/** Reports what the services say to one window, until disposed. */
export function forwardEvents(services: Services, host: WindowHost, followed: FollowedOutput): Disposable {
  const store = new DisposableStore()
  store.add(services.ports.onChange((ports) => host.send('ports.changed', { ports: [...ports] })))
  store.add(services.waiting.onChange((boards) => host.send('ports.waitingChanged', { boards: [...boards] })))
  store.add(services.sessions.onChange((session) => host.send('session.changed', { session })))
  store.add(
    services.sessions.onRemoved((session) => {
      followed.unfollow(session)
      host.send('session.removed', { session })
    }),
  )
  store.add(services.sessions.onListed((listed) => host.send('board.listed', listed)))
  store.add(services.settings.onChange((settings) => host.send('settings.changed', { settings })))
  store.add(services.workspace.onChange((changed) => host.send('workspace.changed', changed)))
  store.add(services.log.onEntry((entry) => host.send('log.added', { entry })))
  return store
}
