import { describe, expect, it } from 'vitest'
import { SpiPart } from '../../../../main/virtual/parts/spiPart'
import { Ssd1306 } from '../../../../main/virtual/parts/ssd1306'
import { PinMode, Register } from '../../../../main/virtual/registers'
import { hex, type PartBench, partBench } from './partBench'

const DC = 4
const RESET = 5
const LED = 25

function bench(): { bench: PartBench; spi: SpiPart; level: (pin: number, value: number) => void; firstColumns: () => Uint8Array } {
  const made = partBench()
  for (const pin of [DC, RESET, LED]) made.registers.byte(Register.mode + pin, PinMode.output)
  made.registers.byte(Register.out + RESET, 1)
  return {
    bench: made,
    spi: new SpiPart(made.registers, new Ssd1306(made)),
    level: (pin, value) => made.registers.byte(Register.out + pin, value),
    firstColumns: () => made.registers.copy(Register.display, 3),
  }
}

const PICTURE = new Uint8Array(64).fill(0xff)
const START = ['ae', '20', '00', 'a1', 'c8', '8d', '14', 'af']

describe('the display on SPI', () => {
  it('finds out by which pin the program tells data from commands, whatever pin that is', () => {
    const { bench: made, spi, level, firstColumns } = bench()
    for (const command of START) spi.answer(hex(command))
    level(DC, 1)
    spi.answer(PICTURE)
    expect(firstColumns()).toEqual(hex('ff ff ff'))
    level(DC, 0)
    level(LED, 1)
    spi.answer(hex('21 00 7f 22 00 07'))
    level(DC, 1)
    spi.answer(hex('01 02'))
    expect(firstColumns()).toEqual(hex('01 02 ff'))
    expect(made.registers.byteAt(Register.displayFlags)).toBe(1)
  })

  it('takes another pin when the next program uses one', () => {
    const { spi, level, firstColumns } = bench()
    spi.answer(hex(START.join(' ')))
    level(DC, 1)
    spi.answer(PICTURE)
    level(DC, 0)
    spi.answer(hex(START.join(' ')))
    level(LED, 1)
    spi.answer(PICTURE)
    level(LED, 0)
    spi.answer(hex('21 00 7f 22 00 07'))
    level(LED, 1)
    spi.answer(hex('55 55 55'))
    expect(firstColumns()).toEqual(hex('55 55 55'))
  })

  it('shows nothing of what is not meant for a display', () => {
    const { bench: made, spi } = bench()
    spi.answer(hex('01 02 03'))
    spi.answer(PICTURE)
    expect(made.changes()).toBe(0)
  })
})
