import { Errno, FlashError } from '../flashError'
import { Ds18b20 } from './ds18b20'
import type { Part, PartSurroundings } from './part'

/** The first byte of a request (rom/_onewire.py has the same); the second is the pin. */
const Operation = {
  /** Answered by 1: a device is there. */
  reset: 0,
  /** Then how many bits; answered by bytes. */
  read: 1,
  /** Then how many bits, and the bytes with these. */
  write: 2,
} as const

/** Buses of 1-wire: each pin that a program names has a thermometer of its own. */
export class OneWirePart implements Part {
  private readonly devices = new Map<number, Ds18b20>()

  constructor(private readonly board: Pick<PartSurroundings, 'registers' | 'clock'>) {}

  answer(request: Uint8Array): Uint8Array {
    const [operation, pin = 0, bits = 0] = request
    const device = this.deviceAt(pin)
    switch (operation) {
      case Operation.reset:
        device.reset()
        return Uint8Array.of(1)
      case Operation.read: {
        const bytes = new Uint8Array(Math.ceil(bits / 8))
        for (let i = 0; i < bits; i++) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (device.read() << (i & 7))
        return bytes
      }
      case Operation.write:
        for (let i = 0; i < bits; i++) device.write(((request[3 + (i >> 3)] ?? 0) >> (i & 7)) & 1)
        return new Uint8Array(0)
      default:
        throw new FlashError(Errno.EINVAL)
    }
  }

  private deviceAt(pin: number): Ds18b20 {
    const device = this.devices.get(pin) ?? new Ds18b20([0x50, 0x65, 0x72, 0x66, 0x00, pin], this.board)
    this.devices.set(pin, device)
    return device
  }
}
