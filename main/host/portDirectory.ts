import type { PortInfo } from '../../shared/board'
import { type Disposable, Emitter, toDisposable } from '../../shared/lifecycle'
import type { PortWatcher } from '../transport/portWatcher'

/** What the directory needs of a watcher of the system's ports. */
export type PortSource = Pick<PortWatcher, 'current' | 'onChange' | 'start' | 'refresh' | 'dispose'>

/** All ports that can be opened: the built-in board, then the system's. The system is only watched while somebody looks. */
export class PortDirectory implements Disposable {
  private readonly changed = new Emitter<readonly PortInfo[]>()
  readonly onChange = this.changed.event
  private source: PortSource | undefined
  private known: readonly PortInfo[]
  private watchers = 0

  constructor(
    private readonly builtIn: PortInfo,
    private readonly makeSource: () => PortSource,
  ) {
    this.known = [builtIn]
  }

  get current(): readonly PortInfo[] {
    return this.known
  }

  /** Watches until disposed; several may watch at a time. */
  watch(): Disposable {
    this.watchers += 1
    if (this.source === undefined) {
      const source = this.makeSource()
      this.source = source
      source.onChange(() => this.take(source))
      source.start()
    }
    return toDisposable(() => {
      this.watchers -= 1
      if (this.watchers === 0) this.stop()
    })
  }

  /** Lists now. */
  async refresh(): Promise<void> {
    const watching = this.watch()
    try {
      const source = this.source
      await source?.refresh()
      if (source !== undefined) this.take(source)
    } finally {
      watching.dispose()
    }
  }

  dispose(): void {
    this.stop()
    this.changed.dispose()
  }

  private take(source: PortSource): void {
    const next = [this.builtIn, ...source.current]
    if (JSON.stringify(next) === JSON.stringify(this.known)) return
    this.known = next
    this.changed.fire(next)
  }

  private stop(): void {
    this.source?.dispose()
    this.source = undefined
  }
}
