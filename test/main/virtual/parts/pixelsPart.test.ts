import { describe, expect, it } from 'vitest'
import { PixelsPart } from '../../../../main/virtual/parts/pixelsPart'
import { MOST_PIXELS, Register } from '../../../../main/virtual/registers'
import { hex, partBench } from './partBench'

describe('the strip of lights', () => {
  it('shows colours in the order of its lights', () => {
    const bench = partBench()
    const part = new PixelsPart(bench)
    part.answer(Uint8Array.of(4, 3, 1, 0, 2, 3, ...hex('02 01 03 20 10 30')))
    expect(bench.registers.byteAt(Register.pixelPin)).toBe(4)
    expect(bench.registers.halfAt(Register.pixelCount)).toBe(2)
    expect(bench.registers.copy(Register.pixels, 6)).toEqual(hex('01 02 03 10 20 30'))
    expect(bench.changes()).toBe(1)
  })

  it('adds the white of lights that have it', () => {
    const bench = partBench()
    new PixelsPart(bench).answer(Uint8Array.of(4, 4, 1, 0, 2, 3, ...hex('02 01 03 10 00 f8 00 10')))
    expect(bench.registers.copy(Register.pixels, 6)).toEqual(hex('11 12 13 ff 10 10'))
  })

  it('leaves out what goes beyond the longest strip, instead of writing over other parts', () => {
    const bench = partBench()
    new PixelsPart(bench).answer(Uint8Array.of(4, 3, 1, 0, 2, 3, ...new Uint8Array(3 * 400).fill(7)))
    expect(bench.registers.halfAt(Register.pixelCount)).toBe(MOST_PIXELS)
    expect(bench.registers.byteAt(Register.pixels + 3 * MOST_PIXELS)).toBe(0)
  })
})
