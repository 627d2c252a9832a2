import { type FSWatcher, watch } from 'node:fs'
import type { Clock } from '../../shared/clock'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { isTemporaryName } from './atomicWrite'

/** Changes come in flocks: this long after the first of them, one is reported. */
const SETTLE_MS = 100
/** Watching costs the system something: the folders listed longest ago are no longer watched. */
const MAX_FOLDERS = 200

/** Tells when something in one of the watched folders changed (one level each). */
export class FolderWatcher implements Disposable {
  private readonly changed = new Emitter<{ path: string }>()
  readonly onChange = this.changed.event
  private readonly watchers = new Map<string, FSWatcher>()
  private readonly settling = new Map<string, Disposable>()

  constructor(private readonly clock: Clock) {}

  /** Watches the folder from now on. A system that can't watch it (a network disk, too many folders) is no failure: there is `Refresh`. */
  add(folder: string): void {
    const known = this.watchers.get(folder)
    this.watchers.delete(folder)
    const watcher = known ?? this.start(folder)
    if (watcher === undefined) return
    this.watchers.set(folder, watcher)
    const [oldest] = this.watchers.keys()
    if (this.watchers.size > MAX_FOLDERS && oldest !== undefined) this.drop(oldest)
  }

  dispose(): void {
    for (const folder of [...this.watchers.keys()]) this.drop(folder)
    for (const timer of this.settling.values()) timer.dispose()
    this.settling.clear()
    this.changed.dispose()
  }

  private start(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { persistent: false }, (_kind, name) => {
        if (name === null || !isTemporaryName(name)) this.report(folder)
      })
      watcher.on('error', () => {
        // The folder went away: whoever shows it finds out when listing it.
        this.drop(folder)
        this.report(folder)
      })
      return watcher
    } catch {
      return undefined
    }
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close()
    this.watchers.delete(folder)
  }

  private report(folder: string): void {
    if (this.settling.has(folder)) return
    this.settling.set(
      folder,
      this.clock.after(SETTLE_MS, () => {
        this.settling.delete(folder)
        this.changed.fire({ path: folder })
      }),
    )
  }
}
