import type { Clock } from '../../../shared/clock'
import type { LineTiming } from './lineTiming'

/** What a lane asks of its far end. */
export interface LaneEnd {
  /** Bytes that there is room for. */
  room(): number
  take(bytes: Uint8Array): void
}

/** One direction of a paced line. Bytes arrive when they would over the line, also where the clock's timers come late. */
export class Lane {
  /** Bytes that were lost because the far end had no room. */
  dropped = 0
  private readonly waiting: Uint8Array[] = []
  private count = 0
  private free = 0
  private isMoving = false
  private watchers: (() => void)[] = []

  constructor(
    private readonly clock: Clock,
    private readonly timing: LineTiming,
    private readonly end: LaneEnd,
  ) {}

  /** How many bytes have not arrived. */
  get length(): number {
    return this.count
  }

  put(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.waiting.push(bytes)
    this.count += bytes.length
    if (!this.isMoving) this.move(this.clock.monotonic())
  }

  /** Resolves when at most `most` bytes have not arrived. */
  async until(most: number): Promise<void> {
    while (this.count > most) await new Promise<void>((resolve) => this.watchers.push(resolve))
  }

  /** Sends what waits, from `ready` on. */
  private move(ready: number): void {
    this.isMoving = true
    const size = Math.min(this.timing.packet, this.count)
    const at = this.timing.arrival(size, ready, this.free)
    this.clock.after(Math.max(0, at - this.clock.monotonic()), () => {
      this.free = at
      this.arrive(size)
      if (this.count > 0) this.move(ready)
      else this.isMoving = false
    })
  }

  private arrive(size: number): void {
    const room = this.end.room()
    if (room < size && this.timing.hasBackPressure) return // offered again
    const packet = this.takeFirst(size)
    this.dropped += Math.max(0, size - room)
    if (room > 0) this.end.take(packet.subarray(0, room))
    for (const watcher of this.watchers.splice(0)) watcher()
  }

  private takeFirst(size: number): Uint8Array {
    const packet = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const first = this.waiting[0] ?? new Uint8Array()
      const part = first.subarray(0, size - filled)
      packet.set(part, filled)
      filled += part.length
      if (part.length === first.length) this.waiting.shift()
      else this.waiting[0] = first.subarray(part.length)
    }
    this.count -= size
    return packet
  }
}
