import type { OutputItem } from '../../shared/board'
import type { Clock } from '../../shared/clock'
import { type Disposable, Emitter, toDisposable } from '../../shared/lifecycle'
import { ItemList } from './itemList'
import { BACKLOG_BYTES, type OutputBatch, OutputFollower } from './outputFollower'

/** Bytes of output kept for a window that comes later. */
export const SCROLLBACK_BYTES = 1024 * 1024
/** Trimming by a part at a time keeps it cheap. */
const TRIM_BYTES = SCROLLBACK_BYTES / 8

/** A follower's hold on the stream: what there was, and its way to say what has been drawn. */
export interface Following extends Disposable {
  items: OutputItem[]
  /** The number before that of the first batch. */
  seq: number
  acknowledge(seq: number): void
}

/**
 * What the terminal shows, in order: the board's bytes and our own lines. Keeps about 1 MB for a window that comes later, hands
 * every window batches at its own pace, and asks for the board to be held back (`onPressure`) while a window has more than 1 MB
 * waiting. A window that acknowledges nothing for 3 s gets a gap instead.
 */
export class OutputStream implements Disposable {
  private readonly scrollback = new ItemList()
  private readonly followers = new Set<OutputFollower>()
  private readonly pressure = new Emitter<boolean>()
  private isHeld = false
  private hurries = 0

  /** True: hold the board's output back. False: let it come. */
  readonly onPressure = this.pressure.event

  constructor(private readonly clock: Clock) {}

  /** The board's bytes; the receiver must not change the array afterwards. */
  append(bytes: Uint8Array): void {
    if (bytes.length > 0) this.push({ kind: 'bytes', bytes })
  }

  /** A line of ours; `starts` says what begins below it. */
  marker(text: string, tone: 'info' | 'ok' | 'warn' | 'error' = 'info', starts?: 'run'): void {
    this.push({ kind: 'marker', text, tone, ...(starts !== undefined && { starts }) })
  }

  /** Everything kept, and from now on batches; `deliver` is never called before this returns. */
  follow(deliver: (batch: OutputBatch) => void): Following {
    const follower = new OutputFollower(this.clock, deliver, () => {
      this.weigh()
    })
    follower.hurry(this.hurries > 0)
    this.followers.add(follower)
    return {
      items: this.scrollback.all(),
      seq: 0,
      acknowledge: (seq) => {
        follower.acknowledge(seq)
      },
      dispose: () => {
        follower.dispose()
        this.followers.delete(follower)
        this.weigh()
      },
    }
  }

  /** Until the returned undo is called, no window holds the board back: a program that is being stopped must be heard. */
  hurry(): Disposable {
    this.hurries++
    this.tellHurry()
    return toDisposable(() => {
      this.hurries--
      this.tellHurry()
    })
  }

  dispose(): void {
    for (const follower of this.followers) follower.dispose()
    this.followers.clear()
    this.pressure.dispose()
  }

  private push(item: OutputItem): void {
    this.scrollback.push(item)
    if (this.scrollback.bytes > SCROLLBACK_BYTES) this.scrollback.dropTo(SCROLLBACK_BYTES - TRIM_BYTES)
    for (const follower of this.followers) follower.push(item)
    this.weigh()
  }

  private tellHurry(): void {
    for (const follower of this.followers) follower.hurry(this.hurries > 0)
    this.weigh()
  }

  private weigh(): void {
    let most = 0
    for (const follower of this.followers) most = Math.max(most, follower.pressure)
    const hold = this.isHeld ? most > BACKLOG_BYTES / 2 : most > BACKLOG_BYTES
    if (hold === this.isHeld) return
    this.isHeld = hold
    this.pressure.fire(hold)
  }
}
