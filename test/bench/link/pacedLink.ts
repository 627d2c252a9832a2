import { AppError } from '../../../shared/errors'
import type { Clock } from '../../../shared/clock'
import { Emitter } from '../../../shared/lifecycle'
import type { Gone, Transport } from '../../../main/transport/transport'
import type { VirtualBoard } from '../../../main/virtual/virtualBoard'
import { Lane } from './lane'
import type { LineTiming } from './lineTiming'

/** As much as a system keeps of what was written. */
const SYSTEM_BUFFER = 4_096
/** A board that has so many bytes to send still waits in its print, and reads nothing meanwhile. */
const SEND_BUFFER = 128

/**
 * A line between the computer and a virtual board on which every byte takes its time. The board itself computes as fast as the machine does; with a clock that
 * stands still meanwhile, in no time at all.
 */
export class PacedLink implements Transport {
  readonly hasSignals = false
  private readonly data = new Emitter<Uint8Array>()
  private readonly gone = new Emitter<Gone>()
  readonly onData = this.data.event
  readonly onGone = this.gone.event
  private readonly up: Lane
  private readonly down: Lane
  /** In the board's receive buffer while the board is busy with sending. */
  private readonly held: Uint8Array[] = []
  private heldBytes = 0
  private subscription = { dispose: (): void => undefined }

  constructor(
    private readonly board: VirtualBoard,
    timing: LineTiming,
    clock: Clock,
  ) {
    this.up = new Lane(clock, timing, {
      room: () => timing.buffer - this.heldBytes - board.unreadBytes,
      take: (bytes) => this.toBoard(bytes),
    })
    this.down = new Lane(clock, timing, {
      room: () => Infinity,
      take: (bytes) => {
        this.data.fire(bytes)
        this.release()
      },
    })
  }

  get path(): string {
    return 'paced'
  }

  /** Bytes for the board that were lost, because it did not read. */
  get dropped(): number {
    return this.up.dropped
  }

  open(): Promise<void> {
    this.subscription = this.board.onData((bytes) => this.down.put(bytes))
    return Promise.resolve()
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.up.put(bytes.slice())
    await this.up.until(SYSTEM_BUFFER)
  }

  pause(): void {
    this.board.pause()
  }

  resume(): void {
    this.board.resume()
  }

  setSignals(): Promise<void> {
    return Promise.reject(new AppError('not-available', 'This line has no signals'))
  }

  close(): Promise<void> {
    this.subscription.dispose()
    return Promise.resolve()
  }

  private toBoard(bytes: Uint8Array): void {
    this.held.push(bytes)
    this.heldBytes += bytes.length
    this.release()
  }

  private release(): void {
    if (this.down.length > SEND_BUFFER) return
    for (const bytes of this.held.splice(0)) void this.board.write(bytes) // a board without power is seen by its silence
    this.heldBytes = 0
  }
}
