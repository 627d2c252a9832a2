import type { Clock } from '../../../shared/clock'
import type { Part } from './part'

/** Seconds from 1900, where NTP begins, to 1970. */
const TO_1970 = 2_208_988_800
const FRACTION = 2 ** 32

/** What a server of the board's pretend internet says the time is: the computer's, as NTP writes it (RFC 5905, section 6). */
export class TimePart implements Part {
  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  answer(): Uint8Array {
    const bytes = new Uint8Array(8)
    const view = new DataView(bytes.buffer)
    const seconds = this.clock.now() / 1_000
    view.setUint32(0, (Math.floor(seconds) + TO_1970) % FRACTION)
    view.setUint32(4, Math.floor((seconds % 1) * FRACTION))
    return bytes
  }
}
