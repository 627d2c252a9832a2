import { describe, expect, it } from 'vitest'
import { oneWireCrc } from '../../../../main/virtual/parts/crc8'
import { OneWirePart } from '../../../../main/virtual/parts/oneWirePart'
import { hex, type PartBench, partBench } from './partBench'

const PIN = 12

interface Bus {
  bench: PartBench
  reset: () => void
  write: (bytes: string) => void
  read: (bits: number) => Uint8Array
  writeBit: (bit: number) => void
}

function bus(): Bus {
  const bench = partBench()
  const part = new OneWirePart(bench)
  return {
    bench,
    reset: () => {
      expect(part.answer(Uint8Array.of(0, PIN))).toEqual(Uint8Array.of(1))
    },
    write: (text) => {
      const bytes = hex(text)
      part.answer(Uint8Array.of(2, PIN, bytes.length * 8, ...bytes))
    },
    read: (bits) => part.answer(Uint8Array.of(1, PIN, bits)),
    writeBit: (bit) => {
      part.answer(Uint8Array.of(2, PIN, 1, bit))
    },
  }
}

function temperature({ reset, write, read }: Bus): number {
  reset()
  write('cc be')
  const bytes = read(72)
  expect(oneWireCrc(bytes)).toBe(0)
  return new DataView(bytes.buffer).getInt16(0, true) / 16
}

describe('the thermometer DS18B20', () => {
  it('says 85 degrees before the first conversion, and what it has measured after it', async () => {
    const wire = bus()
    wire.bench.air(-10.125, 0)
    expect(temperature(wire)).toBe(85)
    wire.reset()
    wire.write('cc 44')
    expect(wire.read(1)).toEqual(Uint8Array.of(0))
    expect(temperature(wire)).toBe(85)
    await wire.bench.clock.advance(750)
    expect(wire.read(1)).toEqual(Uint8Array.of(1))
    expect(temperature(wire)).toBe(-10.125)
  })

  it('is quicker and coarser with fewer bits', async () => {
    const wire = bus()
    wire.bench.air(21.44, 0)
    wire.reset()
    wire.write('cc 4e 4b 46 1f')
    wire.reset()
    wire.write('cc 44')
    await wire.bench.clock.advance(94)
    expect(temperature(wire)).toBe(21)
  })

  it('keeps settings that were saved', () => {
    const wire = bus()
    wire.reset()
    wire.write('cc 4e 11 22 3f')
    wire.reset()
    wire.write('cc 48')
    wire.reset()
    wire.write('cc 4e 33 44 7f')
    wire.reset()
    wire.write('cc b8')
    wire.reset()
    wire.write('cc be')
    expect(wire.read(72).slice(2, 5)).toEqual(hex('11 22 3f'))
  })

  it('is found by a search, and answers to its own number alone', () => {
    const wire = bus()
    wire.reset()
    wire.write('33')
    const rom = wire.read(64)
    expect([rom[0], oneWireCrc(rom)]).toEqual([0x28, 0])
    wire.reset()
    wire.write('f0')
    for (let i = 0; i < 64; i++) {
      const bit = ((rom[i >> 3] ?? 0) >> (i & 7)) & 1
      expect(wire.read(2)).toEqual(Uint8Array.of(bit === 1 ? 0b01 : 0b10))
      wire.writeBit(bit)
    }
    wire.reset()
    wire.write(`55 ${Buffer.from(rom).toString('hex').replaceAll(/../g, '$& ')}`)
    wire.write('b4')
    expect(wire.read(2)).toEqual(Uint8Array.of(0b11))
    wire.reset()
    wire.write('55 28 00 00 00 00 00 00 00 be')
    expect(wire.read(16)).toEqual(hex('ff ff'))
  })
})
