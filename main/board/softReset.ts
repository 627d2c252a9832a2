import { END } from '../protocol/controlBytes'
import type { SessionParts } from './sessionParts'

/** Ctrl-D at an empty friendly prompt: boot.py and main.py run. To be called in the queue, at a proven prompt with nothing typed. */
export async function sendSoftReset({ port, watch }: SessionParts): Promise<void> {
  watch.restarted()
  await port.write(Uint8Array.of(END))
}
