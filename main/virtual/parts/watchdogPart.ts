import { thisInstant } from '../alwaysOn'
import type { ChipSurroundings, Part } from './part'

/** The watchdog: a request feeds it, with the time in ms after which it bites, 32 bits. It runs on through soft resets. */
export class WatchdogPart implements Part {
  constructor(private readonly surroundings: Pick<ChipSurroundings, 'alwaysOn' | 'tell'>) {}

  answer(request: Uint8Array): Uint8Array {
    const { alwaysOn, tell } = this.surroundings
    const timeout = new DataView(request.buffer, request.byteOffset).getUint32(0, true)
    alwaysOn.watchdogAt = thisInstant() + timeout
    if (alwaysOn.watchdogAt < alwaysOn.watchedUntil) tell({ kind: 'alarm' })
    return new Uint8Array(0)
  }
}
