import { type AlwaysOn, CLOCK_MEMORY_BYTES } from '../alwaysOn'
import { Errno, FlashError } from '../flashError'
import type { ChipSurroundings, Part } from './part'

const Request = { set: 0, readMemory: 1, writeMemory: 2 } as const

/** The clock that runs on through resets, and the bytes that it keeps; see rom/_rtc.py. */
export class ClockPart implements Part {
  private readonly alwaysOn: AlwaysOn

  constructor({ alwaysOn }: Pick<ChipSurroundings, 'alwaysOn'>) {
    this.alwaysOn = alwaysOn
  }

  answer(request: Uint8Array): Uint8Array {
    const rest = request.subarray(1)
    switch (request[0]) {
      case Request.set: {
        // the milliseconds since 1970 that it is now, as a 64 bit integer
        const now = Number(new DataView(rest.buffer, rest.byteOffset).getBigInt64(0, true))
        this.alwaysOn.clockOffset = now - Date.now()
        return NONE
      }
      case Request.readMemory:
        return this.alwaysOn.clockMemory
      case Request.writeMemory:
        if (rest.length > CLOCK_MEMORY_BYTES) throw new FlashError(Errno.EINVAL)
        this.alwaysOn.clockMemory = rest
        return NONE
      default:
        throw new FlashError(Errno.EINVAL)
    }
  }
}

const NONE = new Uint8Array(0)
