/** Something that holds a resource until it is told to let go. `dispose` may be called twice. */
export interface Disposable {
  dispose(): void
}

/** Wraps an undo function; it runs at most once. */
export function toDisposable(undo: () => void): Disposable {
  let done = false
  return {
    dispose() {
      if (done) return
      done = true
      undo()
    },
  }
}

/** Owns disposables and lets them go together, last first. Adding to a disposed store disposes at once. */
export class DisposableStore implements Disposable {
  private readonly owned: Disposable[] = []
  private disposed = false

  add<T extends Disposable>(item: T): T {
    if (this.disposed) item.dispose()
    else this.owned.push(item)
    return item
  }

  dispose(): void {
    this.disposed = true
    for (const item of this.owned.splice(0).reverse()) item.dispose()
  }
}

/** Subscribes a listener and returns its undo. */
export type Event<T> = (listener: (value: T) => void) => Disposable

/** A source of events. Listeners are called in the order in which they subscribed. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>()

  readonly event: Event<T> = (listener) => {
    const own = (value: T): void => {
      listener(value)
    }
    this.listeners.add(own)
    return toDisposable(() => this.listeners.delete(own))
  }

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value)
  }

  get hasListeners(): boolean {
    return this.listeners.size > 0
  }

  dispose(): void {
    this.listeners.clear()
  }
}
