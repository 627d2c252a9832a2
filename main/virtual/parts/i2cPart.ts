import { Errno, FlashError } from '../flashError'
import type { I2cBus } from './i2cBus'
import type { Part } from './part'

/** The first byte of a request (rom/_i2c.py has the same). */
const Operation = {
  /** Then 1 for a stop at the end, the address and the bytes: a whole transfer. */
  writeTo: 0,
  /** Then 1 for a stop at the end, the address, and 16 bits for how many bytes: a whole transfer. */
  readFrom: 1,
  start: 2,
  stop: 3,
  /** Then the bytes. */
  write: 4,
  /** Then 16 bits for how many bytes. */
  read: 5,
} as const

/** Bytes before those that were read: 32 bits for the microseconds that devices held the clock, 16 for the acknowledged bytes, without the address's. */
const HEADER_BYTES = 6
/** In place of the acknowledged bytes: no device has that address. */
const NOBODY = 0xffff
const NOTHING = new Uint8Array(0)

/** The controllers of I2C. */
export class I2cPart implements Part {
  constructor(private readonly bus: I2cBus) {}

  answer(request: Uint8Array): Uint8Array {
    const { bus } = this
    const [operation, stops, address = 0] = request
    switch (operation) {
      case Operation.writeTo:
        return this.transfer(stops === 1, () => {
          bus.start()
          if (bus.write(Uint8Array.of(address << 1)) === 0) return [NOBODY, NOTHING]
          return [bus.write(request.subarray(3)), NOTHING]
        })
      case Operation.readFrom:
        return this.transfer(stops === 1, () => {
          bus.start()
          if (bus.write(Uint8Array.of((address << 1) | 1)) === 0) return [NOBODY, NOTHING]
          return [0, bus.read(halfAt(request, 3))]
        })
      case Operation.start:
        bus.start()
        return this.reply(0, NOTHING)
      case Operation.stop:
        bus.stop()
        return this.reply(0, NOTHING)
      case Operation.write:
        return this.reply(bus.write(request.subarray(1)), NOTHING)
      case Operation.read:
        return this.reply(0, bus.read(halfAt(request, 1)))
      default:
        throw new FlashError(Errno.EINVAL)
    }
  }

  private transfer(stops: boolean, work: () => [acknowledged: number, bytes: Uint8Array]): Uint8Array {
    const [acknowledged, bytes] = work()
    if (stops || acknowledged === NOBODY) this.bus.stop()
    return this.reply(acknowledged, bytes)
  }

  private reply(acknowledged: number, bytes: Uint8Array): Uint8Array {
    const reply = new Uint8Array(HEADER_BYTES + bytes.length)
    const view = new DataView(reply.buffer)
    view.setUint32(0, Math.ceil(this.bus.takeHeld() * 1_000), true)
    view.setUint16(4, acknowledged, true)
    reply.set(bytes, HEADER_BYTES)
    return reply
  }
}

function halfAt(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8)
}
