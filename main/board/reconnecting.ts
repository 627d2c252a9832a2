import { boardKey, type PortInfo } from '../../shared/board'
import type { Clock } from '../../shared/clock'
import { AppError, hasCode } from '../../shared/errors'
import { type Disposable, DisposableStore, type Event } from '../../shared/lifecycle'

/** A port that the system doesn't list, or not yet lets us open, is tried this often. */
export const RETRY_MS = 1_000

/** The ports as the system lists them. */
export interface PortSource {
  current: readonly PortInfo[]
  onChange: Event<readonly PortInfo[]>
  /** Looks now; resolves when `current` is up to date. */
  refresh?(): Promise<void>
}

/** Where a lost board is now: the listed port with its key; the old path where the port is known by nothing else; undefined while it is away. */
export function findAgain(lost: PortInfo, ports: readonly PortInfo[]): PortInfo | undefined {
  const key = boardKey(lost)
  return ports.find((port) => boardKey(port) === key) ?? (key === `port:${lost.path}` ? lost : undefined)
}

/** Waits for a lost board to come back, and opens its port again; until then, or until disposed, it tries at every change and every second. */
export class Reconnecting implements Disposable {
  private readonly owned = new DisposableStore()
  private timer: Disposable | undefined
  private isTrying = false
  private isOver = false

  constructor(
    private readonly clock: Clock,
    private readonly ports: PortSource,
    private readonly lost: PortInfo,
    /** Rejects while the port can't be had. */
    private readonly open: (port: PortInfo) => Promise<void>,
    private readonly warn: (text: string) => void,
    /** How soon it is tried again, milliseconds; below a second the list of ports is asked for each time. */
    private readonly retryMs: () => number = () => RETRY_MS,
  ) {
    this.owned.add(
      ports.onChange(() => {
        this.try()
      }),
    )
    this.wait()
  }

  dispose(): void {
    this.isOver = true
    this.timer?.dispose()
    this.owned.dispose()
  }

  private wait(): void {
    this.timer?.dispose()
    if (this.isOver) return
    const ms = this.retryMs()
    this.timer = this.clock.after(ms, () => void this.look(ms < RETRY_MS))
  }

  private async look(anew: boolean): Promise<void> {
    if (anew) await this.ports.refresh?.()
    this.try()
  }

  private try(): void {
    const port = findAgain(this.lost, this.ports.current)
    if (this.isOver || this.isTrying) return
    if (port === undefined) {
      this.wait()
      return
    }
    this.isTrying = true
    this.open(port)
      .then(() => {
        this.dispose()
      })
      .catch((error: unknown) => {
        // A board that is just being plugged in is not there yet, or not yet ours to open.
        if (!hasCode(error, 'port-not-found', 'port-permission', 'port-busy', 'port-gone', 'cancelled')) {
          this.warn(`${port.name} is back but can’t be opened: ${AppError.from(error).message}`)
        }
        this.wait()
      })
      .finally(() => {
        this.isTrying = false
      })
  }
}
