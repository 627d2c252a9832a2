import { Errno, FlashError } from '../flashError'
import type { Callback, Interrupts } from '../interrupts'
import type { ChipSurroundings, Part } from './part'

const Request = { startTimer: 0, stopTimer: 1, watchPin: 2, flags: 3, edge: 4, switchOff: 5 } as const

/** Timers below this are asked for by their number. */
const FIRST_FREE_TIMER = 16
const ANY_TIMER = 255

/** Timers and interrupts of pins, as rom/_timer.py, rom/_pin.py and rom/machine.py ask for them. A request's first byte says what it wants. */
export class InterruptPart implements Part {
  private readonly interrupts: Interrupts

  constructor({ interrupts }: Pick<ChipSurroundings, 'interrupts'>) {
    this.interrupts = interrupts
  }

  answer(request: Uint8Array): Uint8Array {
    const [kind, first = 0, second = 0] = request
    switch (kind) {
      case Request.startTimer:
        // number (255: any), whether it repeats, one byte unused; period as a double, function, argument. Answers the number.
        return Uint8Array.of(this.startTimer(first, viewOf(request).getFloat64(4, true), second !== 0, callAt(request, 12)))
      case Request.stopTimer:
        this.interrupts.stopTimer(first)
        return NONE
      case Request.watchPin:
        // pin, trigger, one byte unused; function, argument
        this.interrupts.watchPin(first, second, callAt(request, 4))
        return NONE
      case Request.flags:
        return Uint8Array.of(this.interrupts.flags(first))
      case Request.edge:
        this.interrupts.edge(first, second)
        return NONE
      case Request.switchOff:
        return Uint8Array.of(this.interrupts.switchOff(first !== 0) ? 1 : 0)
      default:
        throw new FlashError(Errno.EINVAL)
    }
  }

  private startTimer(wanted: number, period: number, repeats: boolean, call: Callback): number {
    const number = wanted === ANY_TIMER ? this.interrupts.freeTimer(FIRST_FREE_TIMER) : wanted
    if (number >= ANY_TIMER) throw new FlashError(Errno.ENOMEM)
    this.interrupts.startTimer(number, period, repeats, call)
    return number
  }
}

const NONE = new Uint8Array(0)

function callAt(request: Uint8Array, offset: number): Callback {
  const view = viewOf(request)
  return { callback: view.getUint32(offset, true), argument: view.getUint32(offset + 4, true) }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
