import { boardKey, type PortInfo, type SessionSnapshot } from '../../shared/board'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { isNetworkPort } from '../../shared/networkPort'
import { BoardSession } from './boardSession'
import type { SessionDeps } from './sessionDeps'

/** A folder of a board whose listing is not true any more. */
export interface ListedFolder {
  session: string
  path: string
}

/** Every open board session, one a port. */
export class Sessions implements Disposable {
  private readonly live = new Map<string, { session: BoardSession; opened: Promise<void> }>()
  /** Virtual boards that nobody else can have had since: they show their prompt again. */
  private readonly leftAtPrompt = new Set<string>()
  private readonly changed = new Emitter<SessionSnapshot>()
  private readonly removed = new Emitter<string>()
  private readonly listed = new Emitter<ListedFolder>()
  private lastId = 0

  /** A session is new, or something about it changed. */
  readonly onChange = this.changed.event
  /** A session has ended; its id. */
  readonly onRemoved = this.removed.event
  readonly onListed = this.listed.event

  constructor(private readonly deps: SessionDeps) {}

  list(): SessionSnapshot[] {
    return [...this.live.values()].map(({ session }) => session.snapshot())
  }

  /** Opens the port and sends nothing; the same session when it is open already. Rejects as `Transport.open` does: then there is no session. */
  async open(portPath: string): Promise<SessionSnapshot> {
    const known = [...this.live.values()].find(({ session }) => session.snapshot().port.path === portPath)
    if (known?.session.isClosing === true) await known.session.close()
    else if (known !== undefined) {
      await known.opened
      return known.session.snapshot()
    }
    const port = this.deps.ports.current.find(({ path }) => path === portPath) ?? namedByHand(portPath)
    const id = `session-${++this.lastId}`
    const session = new BoardSession(id, port, port.kind === 'virtual' ? 'prompt' : 'ask', this.deps)
    let before = session.snapshot().state.kind
    session.status.onChange((snapshot) => {
      this.changed.fire(snapshot)
      const now = snapshot.state.kind
      if (now === 'closed' && before === 'ready' && port.kind === 'virtual') this.leftAtPrompt.add(snapshot.boardKey)
      before = now
      if (now === 'closed') this.remove(id)
    })
    session.onListed((path) => {
      this.listed.fire({ session: id, path })
    })
    const opened = this.begin(session, port)
    this.live.set(id, { session, opened })
    this.changed.fire(session.snapshot())
    await opened
    return session.snapshot()
  }

  /** Throws `not-connected` for a session that is no more. */
  get(id: string): BoardSession {
    const found = this.live.get(id)
    if (found === undefined) throw new AppError('not-connected', t('This session has ended'), { session: id })
    return found.session
  }

  /** Closes every session; within 3 s. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.live.values()].map(({ session }) => session.close()))
  }

  dispose(): void {
    for (const { session } of this.live.values()) session.dispose()
    this.live.clear()
    this.changed.dispose()
    this.removed.dispose()
    this.listed.dispose()
  }

  private async begin(session: BoardSession, port: PortInfo): Promise<void> {
    const key = boardKey(port)
    try {
      if (port.kind !== 'virtual') session.status.note({ greeting: (await this.deps.memory.get(key)).greeting })
      await session.open()
      if (this.leftAtPrompt.delete(key)) session.showPromptAgain()
    } catch (thrown) {
      const error = AppError.from(thrown)
      await session.close(error)
      throw error
    }
  }

  private remove(id: string): void {
    const found = this.live.get(id)
    if (found === undefined) return
    this.live.delete(id)
    this.removed.fire(id)
    found.session.dispose()
  }
}

/** A port that the system doesn't list. */
function namedByHand(path: string): PortInfo {
  return { path, kind: isNetworkPort(path) ? 'network' : 'serial', name: path, hasHardwareId: false }
}
