import { readdir } from 'node:fs/promises'
import type { PortInfo } from '../../shared/board'
import { type Clock, systemClock } from '../../shared/clock'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { type PortSources, listPorts } from './portList'
import { isPortName } from './sysfsPorts'

/** A plugged board should show within a second; reading the names of /dev takes a fraction of a millisecond. */
const PERIOD_MS = 500
/** Where every look is a full listing, it is rarer. */
const LISTING_PERIOD_MS = 1_000

/** How ports are watched. */
export interface PortWatcherOptions extends PortSources {
  clock?: Clock
}

/** Notices ports that are plugged in and pulled out. */
export class PortWatcher implements Disposable {
  private readonly changed = new Emitter<PortInfo[]>()
  /** The new list. */
  readonly onChange = this.changed.event
  private known: PortInfo[] = []
  private names: string | null = null
  private next: Disposable | undefined
  private running = false
  private refreshing: Promise<void> = Promise.resolve()
  private readonly clock: Clock

  constructor(private readonly options: PortWatcherOptions = {}) {
    this.clock = options.clock ?? systemClock
  }

  /** The ports as last listed; empty until the first listing. */
  get current(): PortInfo[] {
    return this.known
  }

  /** Lists now, and looks for changes from then on until disposed. */
  start(): void {
    if (this.running) return
    this.running = true
    void this.look()
  }

  /** Lists now; resolves when `current` is up to date. A system that refuses to list leaves it as it was. */
  refresh(): Promise<void> {
    this.refreshing = this.refreshing.then(() => this.list())
    return this.refreshing
  }

  dispose(): void {
    this.running = false
    this.next?.dispose()
    this.changed.dispose()
  }

  private async look(): Promise<void> {
    const names = await this.portNames()
    // A node of /dev appears after its facts are complete: one listing is enough.
    if (names === null || names !== this.names) await this.refresh()
    this.names = names
    if (this.running) this.next = this.clock.after(names === null ? LISTING_PERIOD_MS : PERIOD_MS, () => void this.look())
  }

  /** Names of port-like nodes in /dev, as one string to compare; null where there is no /dev: the full list is asked each time. */
  private async portNames(): Promise<string | null> {
    const { platform = process.platform, devRoot = '/dev' } = this.options
    if (platform === 'win32') return null
    try {
      const names = await readdir(devRoot)
      return names
        .filter((name) => isPortName(name) || /^(tty|cu)\./.test(name))
        .sort()
        .join(' ')
    } catch {
      return null
    }
  }

  private async list(): Promise<void> {
    try {
      const ports = await listPorts(this.options)
      if (JSON.stringify(ports) === JSON.stringify(this.known)) return
      this.known = ports
      this.changed.fire(ports)
    } catch {
      // The list stays as it was: a port can be named by hand.
    }
  }
}
