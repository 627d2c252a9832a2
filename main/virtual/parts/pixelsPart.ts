import { MOST_PIXELS, Register } from '../registers'
import type { Part, PartSurroundings } from './part'

/** Bytes of a request before the colours: the pin, bytes a light, and where red, green, blue and white lie in these. */
const HEADER_BYTES = 6
const RGB_BYTES = 3
const NOTHING = new Uint8Array(0)

/** The strip of lights. It hangs on the pin that was written to last; white is added to the colours of lights that have it. */
export class PixelsPart implements Part {
  constructor(private readonly board: Pick<PartSurroundings, 'registers' | 'changed'>) {}

  answer(request: Uint8Array): Uint8Array {
    const { registers, changed } = this.board
    const [pin = 0, stride = RGB_BYTES, red = 1, green = 0, blue = 2, white = 3] = request
    const sent = request.subarray(HEADER_BYTES)
    const count = Math.min(MOST_PIXELS, Math.floor(sent.length / Math.max(stride, RGB_BYTES)))
    const colours = new Uint8Array(count * RGB_BYTES)
    for (let i = 0; i < count; i++) {
      const light = sent.subarray(i * stride, (i + 1) * stride)
      const extra = stride > RGB_BYTES ? (light[white] ?? 0) : 0
      for (const [at, from] of [red, green, blue].entries()) colours[i * RGB_BYTES + at] = Math.min(255, (light[from] ?? 0) + extra)
    }
    registers.put(Register.pixels, colours)
    registers.byte(Register.pixelPin, pin)
    registers.half(Register.pixelCount, count)
    changed()
    return NOTHING
  }
}
