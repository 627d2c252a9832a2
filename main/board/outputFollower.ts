import type { OutputItem } from '../../shared/board'
import type { Clock } from '../../shared/clock'
import type { Disposable } from '../../shared/lifecycle'
import { ItemList, itemCost } from './itemList'

/** Batches come at most once a frame. */
export const FRAME_MS = 16
/** Most bytes in one batch. */
export const BATCH_BYTES = 64 * 1024
/** Bytes that may be on their way to a window without having been drawn. */
export const WINDOW_BYTES = 256 * 1024
/** Bytes that may wait for a window; above, the board is held back. */
export const BACKLOG_BYTES = 1024 * 1024
/** While a program is being stopped this much may wait, about a tenth of a second's drawing: how it ends must not queue behind a flood. */
export const HURRIED_BYTES = 128 * 1024
/** A window that acknowledges nothing for this long holds nobody back any more; it gets a gap instead. */
export const STALL_MS = 3_000

/** What a window gets at once. */
export interface OutputBatch {
  seq: number
  items: OutputItem[]
}

/** One window's way through the output: batches, acknowledgement, and what waits for it. */
export class OutputFollower implements Disposable {
  private readonly backlog = new ItemList()
  private unacknowledged: { seq: number; bytes: number }[] = []
  private inFlight = 0
  private seq = 0
  private skippedLines = 0
  private nextAt: number
  private frame: Disposable | undefined
  private stallTimer: Disposable | undefined
  private isStalled = false
  private isHurried = false
  private disposed = false

  constructor(
    private readonly clock: Clock,
    private readonly deliver: (batch: OutputBatch) => void,
    private readonly onPressure: () => void,
  ) {
    this.nextAt = clock.monotonic()
  }

  /** Bytes that wait for this window and hold the board back; a stalled window holds nobody back. */
  get pressure(): number {
    return this.isStalled || this.isHurried ? 0 : this.backlog.bytes
  }

  /** While on, the window holds nobody back: what it can't take in time becomes a gap. */
  hurry(on: boolean): void {
    this.isHurried = on
    this.trim()
  }

  push(item: OutputItem): void {
    this.backlog.push(item)
    this.trim()
    this.flush()
  }

  /** The window has drawn everything up to `seq`. */
  acknowledge(seq: number): void {
    const before = this.unacknowledged.length
    this.unacknowledged = this.unacknowledged.filter((batch) => batch.seq > seq)
    if (this.unacknowledged.length === before) return
    this.inFlight = this.unacknowledged.reduce((sum, batch) => sum + batch.bytes, 0)
    this.isStalled = false
    this.stallTimer?.dispose()
    this.stallTimer = undefined
    this.watchStall()
    this.flush()
    this.onPressure()
  }

  dispose(): void {
    this.disposed = true
    this.frame?.dispose()
    this.stallTimer?.dispose()
  }

  private flush(): void {
    if (this.disposed || this.frame !== undefined) return
    if (this.backlog.bytes === 0 || this.inFlight >= WINDOW_BYTES) return
    const wait = this.nextAt - this.clock.monotonic()
    if (wait > 0) {
      this.frame = this.clock.after(wait, () => {
        this.frame = undefined
        this.flush()
      })
      return
    }
    const items = this.backlog.take(BATCH_BYTES)
    const bytes = items.reduce((sum, item) => sum + itemCost(item), 0)
    if (this.skippedLines > 0) items.unshift({ kind: 'skipped', lines: this.skippedLines })
    this.skippedLines = 0
    this.seq++
    this.unacknowledged.push({ seq: this.seq, bytes })
    this.inFlight += bytes
    this.nextAt = this.clock.monotonic() + FRAME_MS
    this.watchStall()
    this.deliver({ seq: this.seq, items })
    this.flush()
    this.onPressure()
  }

  private watchStall(): void {
    if (this.stallTimer !== undefined || this.unacknowledged.length === 0) return
    this.stallTimer = this.clock.after(STALL_MS, () => {
      this.stallTimer = undefined
      this.isStalled = true
      this.trim()
      this.onPressure()
    })
  }

  private trim(): void {
    const most = this.isHurried ? HURRIED_BYTES : this.isStalled ? BACKLOG_BYTES : Infinity
    if (this.backlog.bytes > most) this.skippedLines += this.backlog.dropTo(most / 2)
  }
}
