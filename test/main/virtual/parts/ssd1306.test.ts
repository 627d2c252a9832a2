import { describe, expect, it } from 'vitest'
import { I2cBus } from '../../../../main/virtual/parts/i2cBus'
import { Ssd1306 } from '../../../../main/virtual/parts/ssd1306'
import { DisplayFlag, Register } from '../../../../main/virtual/registers'
import { hex, type PartBench, partBench } from './partBench'

/** Power, horizontal addressing, upright as these displays are mounted, charge pump. */
const START = 'ae 20 00 40 a1 a8 3f c8 d3 00 da 12 d5 80 d9 f1 db 30 81 ff a4 a6 8d 14 af'

interface Display {
  bench: PartBench
  commands: (bytes: string) => void
  data: (bytes: Uint8Array | string) => void
  dot: (x: number, y: number) => number
  flags: () => number
}

function display(start = START): Display {
  const bench = partBench()
  const bus = new I2cBus([new Ssd1306(bench)])
  const send = (bytes: Uint8Array): void => {
    bus.start()
    expect(bus.write(Uint8Array.of(0x78, ...bytes))).toBe(bytes.length + 1)
    bus.stop()
  }
  const commands = (bytes: string): void => {
    send(hex(`00 ${bytes}`))
  }
  commands(start)
  return {
    bench,
    commands,
    data: (bytes) => {
      send(Uint8Array.of(0x40, ...(typeof bytes === 'string' ? hex(bytes) : bytes)))
    },
    dot: (x, y) => (bench.registers.byteAt(Register.display + (y >> 3) * bench.registers.byteAt(Register.displayWidth) + x) >> (y & 7)) & 1,
    flags: () => bench.registers.byteAt(Register.displayFlags),
  }
}

describe('the display SSD1306', () => {
  it('shows what is written to it, and its size', () => {
    const { bench, data, dot, flags } = display()
    data('01 80')
    expect([dot(0, 0), dot(0, 1), dot(1, 7), dot(1, 0)]).toEqual([1, 0, 1, 0])
    expect([bench.registers.byteAt(Register.displayWidth), bench.registers.byteAt(Register.displayHeight)]).toEqual([128, 64])
    expect(bench.registers.byteAt(Register.displayContrast)).toBe(0xff)
    expect(flags()).toBe(DisplayFlag.on)
  })

  it('is dark without its charge pump, and when it is switched off', () => {
    expect(display(START.replace('8d 14', '8d 10')).flags()).toBe(0)
    const { commands, flags, data, dot } = display()
    data('ff')
    commands('ae')
    expect(flags()).toBe(0)
    commands('af a7')
    expect(flags()).toBe(DisplayFlag.on | DisplayFlag.inverted)
    expect(dot(0, 0)).toBe(1)
    commands('a6')
    expect(flags()).toBe(DisplayFlag.on)
  })

  it('writes row after row within a window in horizontal addressing', () => {
    const { commands, data, dot } = display()
    commands('21 02 03 22 01 02')
    data('01 02 04 08 80')
    expect([dot(2, 8), dot(3, 9), dot(2, 18), dot(3, 19)]).toEqual([0, 1, 1, 1])
    // The fifth byte is the window's first again.
    expect(dot(2, 15)).toBe(1)
  })

  it('writes column after column in vertical addressing', () => {
    const { commands, data, dot } = display()
    commands('20 01 21 00 7f 22 00 01')
    data('01 02 04')
    expect([dot(0, 0), dot(0, 9), dot(1, 2)]).toEqual([1, 1, 1])
  })

  it('stays in the row in page addressing, as older drivers want it', () => {
    const { commands, data, dot } = display()
    commands('20 02 b3 0e 17')
    data('01 01 01')
    expect([dot(126, 24), dot(127, 24), dot(0, 24), dot(0, 32)]).toEqual([1, 1, 1, 0])
  })

  it('turns the picture, from the next writing on and at once', () => {
    const { commands, data, dot } = display()
    data('01')
    commands('c0')
    expect([dot(0, 0), dot(0, 63)]).toEqual([0, 1])
    commands('a0 21 00 7f')
    data('03')
    expect([dot(127, 63), dot(127, 62), dot(0, 63)]).toEqual([1, 1, 1])
  })

  it('begins with another row, and lights all of them', () => {
    const { commands, data, dot } = display()
    data('04')
    commands('42')
    expect(dot(0, 0)).toBe(1)
    commands('40 d3 3e')
    expect(dot(0, 4)).toBe(1)
    commands('a5')
    expect([dot(5, 5), dot(127, 63)]).toEqual([1, 1])
    commands('a4')
    expect(dot(5, 5)).toBe(0)
  })

  it('can have fewer rows, and is a small glass then', () => {
    const { bench, commands, data, dot } = display(START.replace('a8 3f', 'a8 1f'))
    const size = (): number[] => [bench.registers.byteAt(Register.displayWidth), bench.registers.byteAt(Register.displayHeight)]
    expect(size()).toEqual([128, 32])
    commands('a8 2f 21 20 5f 22 00 05')
    data('01')
    expect(size()).toEqual([64, 48])
    expect(dot(0, 0)).toBe(1)
  })

  it('takes commands byte by byte, each with its own control byte, also when arguments come later', () => {
    const { bench } = display()
    const single = new I2cBus([new Ssd1306(bench)])
    for (const byte of hex(START.replace('81 ff', '81 10'))) {
      single.start()
      single.write(Uint8Array.of(0x78, 0x80, byte))
      single.stop()
    }
    expect(bench.registers.byteAt(Register.displayContrast)).toBe(0x10)
    expect(bench.registers.byteAt(Register.displayFlags)).toBe(DisplayFlag.on)
  })
})
