import { describe, expect, it } from 'vitest'
import type { DisplayState } from '../../../shared/hardware'
import { colourName, stripWords } from '../../../renderer/boardView/colourName'
import { displayWords, isLit, paintDisplay } from '../../../renderer/boardView/displayPicture'
import { seenColour, stripLayout } from '../../../renderer/boardView/stripPicture'

/** 16 x 16 dots with one lit, at column 3 of row 10: the second row of eight, bit 2. */
function oneDot(change: Partial<DisplayState> = {}): DisplayState {
  const picture = new Uint8Array(32)
  picture[16 + 3] = 1 << 2
  return { width: 16, height: 16, on: true, inverted: false, contrast: 1, picture, ...change }
}

describe('the display', () => {
  it('shows the dots where the program has put them', () => {
    const pixels = new Uint8ClampedArray(16 * 16 * 4)
    paintDisplay(oneDot(), pixels)
    const lit = Array.from({ length: 256 }, (_, dot) => dot).filter((dot) => (pixels[dot * 4] ?? 0) > 0)
    expect(lit).toEqual([10 * 16 + 3])
    expect(pixels[3]).toBe(255)
  })

  it('is inverted, dim and dark as the program wants it', () => {
    expect(isLit(oneDot({ inverted: true }), 3, 10)).toBe(false)
    expect(isLit(oneDot({ inverted: true }), 0, 0)).toBe(true)
    expect(isLit(oneDot({ on: false, inverted: true }), 0, 0)).toBe(false)
    const [bright, dim] = [1, 0].map((contrast) => {
      const pixels = new Uint8ClampedArray(16 * 16 * 4)
      paintDisplay(oneDot({ contrast }), pixels)
      return pixels[(10 * 16 + 3) * 4 + 2] ?? 0
    })
    expect(bright).toBe(255)
    expect(dim).toBeGreaterThan(60)
    expect(dim).toBeLessThan(200)
  })

  it('says in words whether it shows something', () => {
    const empty = new Uint8Array(32)
    expect(displayWords(null)).toBe('not used')
    expect(displayWords(oneDot({ on: false }))).toBe('off')
    expect(displayWords(oneDot())).toBe('on, shows a picture')
    expect(displayWords(oneDot({ picture: empty }))).toBe('on, empty')
    expect(displayWords(oneDot({ picture: empty, inverted: true }))).toBe('on, all dots lit')
  })
})

describe('the light strip', () => {
  it('names its colours, also dim ones', () => {
    expect(
      [0, 0xffffff, 0x0a0a0a, 0xff0000, 0x100000, 0xff8000, 0xffff00, 0x00ff00, 0x00ffff, 0x0000ff, 0x8000ff, 0xff00a0].map(colourName),
    ).toEqual(['off', 'white', 'white', 'red', 'red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'])
  })

  it('says how many there are and which are lit', () => {
    expect(stripWords([0])).toBe('1 light, all off')
    expect(stripWords([0xff0000, 0, 0x0000ff])).toBe('3 lights, 2 lit: red, off, blue')
    expect(stripWords(Array(100).fill(0x00ff00) as number[])).toBe(`100 lights, 100 lit: ${Array(16).fill('green').join(', ')} …`)
  })

  it('lets dim light be seen, in its own hue', () => {
    expect(seenColour(0x000000)).toBe('rgb(0 0 0)')
    expect(seenColour(0x0a0000)).toBe('rgb(113 0 0)')
    expect(seenColour(0xffffff)).toBe('rgb(255 255 255)')
    expect(seenColour(0xff8000)).toBe('rgb(255 156 0)')
    expect(seenColour(0x0a0500)).toBe('rgb(113 69 0)')
  })

  it('fits its place: one row, rows of eights, or a single light', () => {
    expect(stripLayout(8, 280)).toMatchObject({ columns: 8, height: 22 })
    expect(stripLayout(16, 200)).toMatchObject({ columns: 8, height: 44 })
    expect(stripLayout(64, 280)).toMatchObject({ columns: 16 })
    expect(stripLayout(256, 280)).toMatchObject({ columns: 16, height: 16 * 13 })
    expect(stripLayout(1, 280)).toMatchObject({ columns: 1 })
    expect(stripLayout(5, 0).width).toBeGreaterThan(0)
  })
})
