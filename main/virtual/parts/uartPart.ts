import type { Clock } from '../../../shared/clock'
import { Errno, FlashError } from '../flashError'
import type { Part } from './part'
import { UartLine } from './uartLine'

/** The first byte of a request (rom/_uart.py has the same); the second is the number of the line. */
const Operation = {
  /** Then 32 bits for the baud rate, 8 for the bits of a byte, 16 for the room for unread bytes. */
  open: 0,
  /** Then the bytes. */
  send: 1,
  /** Then 16 bits for how many at most; answered by the bytes. */
  take: 2,
  /** Answered by three numbers of 32 bits: bytes that have arrived, microseconds until the next arrives (or NEVER), and until all is sent. */
  look: 3,
} as const
const NEVER = 0xffffffff
const NOTHING = new Uint8Array(0)

/** The serial lines, each wired to itself: what a program sends, it receives. */
export class UartPart implements Part {
  private readonly lines = new Map<number, UartLine>()

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {}

  answer(request: Uint8Array): Uint8Array {
    const view = new DataView(request.buffer, request.byteOffset, request.length)
    const [operation, number = 0] = request
    const line = this.line(number)
    const now = this.clock.monotonic()
    switch (operation) {
      case Operation.open:
        line.open(view.getUint32(2, true), view.getUint8(6), view.getUint16(7, true))
        return NOTHING
      case Operation.send:
        line.send(request.subarray(2), now)
        return NOTHING
      case Operation.take:
        return line.take(view.getUint16(2, true), now)
      case Operation.look:
        return look(line, now)
      default:
        throw new FlashError(Errno.EINVAL)
    }
  }

  nextEvent(): number {
    const now = this.clock.monotonic()
    return Math.min(Infinity, ...[...this.lines.values()].map((line) => line.nextArrival(now)))
  }

  private line(number: number): UartLine {
    const line = this.lines.get(number) ?? new UartLine()
    this.lines.set(number, line)
    return line
  }
}

function look(line: UartLine, now: number): Uint8Array {
  const answer = new DataView(new ArrayBuffer(12))
  const next = line.nextArrival(now)
  answer.setUint32(0, line.arrived(now), true)
  answer.setUint32(4, next === Infinity ? NEVER : Math.ceil((next - now) * 1_000), true)
  answer.setUint32(8, Math.ceil(line.busyMs(now) * 1_000), true)
  return new Uint8Array(answer.buffer)
}
