import { type Disposable, Emitter, type Event, toDisposable } from '../../shared/lifecycle'

/** What follows a list of the system's own. */
export interface ListSource<T> extends Disposable {
  readonly current: readonly T[]
  readonly onChange: Event<readonly T[]>
  start(): void
  refresh(): Promise<void>
}

/** A list of what the system has, behind some items of our own. The system is only watched while somebody looks. */
export class WatchedList<T> implements Disposable {
  private readonly changed = new Emitter<readonly T[]>()
  readonly onChange = this.changed.event
  private source: ListSource<T> | undefined
  private known: readonly T[]
  private watchers = 0

  constructor(
    private readonly builtIn: readonly T[],
    private readonly makeSource: () => ListSource<T>,
  ) {
    this.known = builtIn
  }

  get current(): readonly T[] {
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

  private take(source: ListSource<T>): void {
    const next = [...this.builtIn, ...source.current]
    if (JSON.stringify(next) === JSON.stringify(this.known)) return
    this.known = next
    this.changed.fire(next)
  }

  private stop(): void {
    this.source?.dispose()
    this.source = undefined
  }
}
