import { ResetCause } from '../alwaysOn'
import { Errno, FlashError } from '../flashError'
import type { ChipSurroundings, Part } from './part'

const Request = { cause: 0, reset: 1, deepSleep: 2 } as const

/** Resets and their causes, and the sleep that ends by one. */
export class PowerPart implements Part {
  constructor(private readonly surroundings: Pick<ChipSurroundings, 'alwaysOn' | 'stop'>) {}

  answer(request: Uint8Array): Uint8Array {
    const { alwaysOn, stop } = this.surroundings
    switch (request[0]) {
      case Request.cause:
        return Uint8Array.of(alwaysOn.cause)
      case Request.reset:
        return stop(ResetCause.hard, 0)
      case Request.deepSleep:
        // the time in ms as a double
        return stop(ResetCause.deepSleep, new DataView(request.buffer, request.byteOffset + 1).getFloat64(0, true))
      default:
        throw new FlashError(Errno.EINVAL)
    }
  }
}
