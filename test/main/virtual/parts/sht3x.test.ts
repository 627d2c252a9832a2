import { describe, expect, it } from 'vitest'
import { sensirionCrc } from '../../../../main/virtual/parts/crc8'
import { I2cBus } from '../../../../main/virtual/parts/i2cBus'
import { Sht3x } from '../../../../main/virtual/parts/sht3x'
import { hex, type PartBench, partBench } from './partBench'

const WRITE = '88'
const READ = 0x89

function sensor(): { bench: PartBench; bus: I2cBus; send: (bytes: string) => number; receive: (length: number) => Uint8Array | undefined } {
  const bench = partBench()
  bench.air(21.5, 45)
  const bus = new I2cBus([new Sht3x(bench)])
  return {
    bench,
    bus,
    send: (bytes) => {
      bus.start()
      const acknowledged = bus.write(hex(`${WRITE} ${bytes}`))
      bus.stop()
      return acknowledged
    },
    receive: (length) => {
      bus.start()
      const bytes = bus.write(Uint8Array.of(READ)) === 1 ? bus.read(length) : undefined
      bus.stop()
      return bytes
    },
  }
}

function measured(bytes: Uint8Array | undefined): { temperature: number; humidity: number } {
  const [a = 0, b = 0, crc, c = 0, d = 0, crc2] = bytes ?? []
  expect([crc, crc2]).toEqual([sensirionCrc([a, b]), sensirionCrc([c, d])])
  return { temperature: -45 + (175 * (a * 256 + b)) / 65_535, humidity: (100 * (c * 256 + d)) / 65_535 }
}

describe('the sensor SHT3x', () => {
  it('measures what the user has set, a little noise apart', async () => {
    const { bench, send, receive } = sensor()
    for (const [temperature, humidity] of [
      [21.5, 45],
      [-17.25, 80],
    ] as const) {
      bench.air(temperature, humidity)
      send('24 00')
      await bench.clock.advance(16)
      const found = measured(receive(6))
      expect(Math.abs(found.temperature - temperature)).toBeLessThan(0.05)
      expect(Math.abs(found.humidity - humidity)).toBeLessThan(0.05)
    }
  })

  it('doesn’t acknowledge before a measurement without stretching is ready, and each is read once', async () => {
    const { bench, send, receive } = sensor()
    expect(receive(6)).toBeUndefined()
    expect(send('24 16')).toBe(3)
    await bench.clock.advance(4)
    expect(receive(6)).toBeUndefined()
    await bench.clock.advance(1)
    expect(receive(6)).toHaveLength(6)
    expect(receive(6)).toBeUndefined()
  })

  it('holds the clock with stretching until it is ready', async () => {
    const { bench, bus, send, receive } = sensor()
    send('2c 06')
    await bench.clock.advance(5)
    expect(measured(receive(6)).humidity).toBeCloseTo(45, 0)
    expect(bus.takeHeld()).toBeCloseTo(10.5, 5)
    expect(bus.takeHeld()).toBe(0)
  })

  it('measures periodically: each fetch brings a new one or nothing', async () => {
    const { bench, send, receive } = sensor()
    send('21 30')
    await bench.clock.advance(20)
    send('e0 00')
    expect(receive(6)).toHaveLength(6)
    send('e0 00')
    expect(receive(6)).toBeUndefined()
    await bench.clock.advance(1_000)
    send('e0 00')
    expect(receive(6)).toHaveLength(6)
    send('30 93')
    await bench.clock.advance(2_000)
    send('e0 00')
    expect(receive(6)).toBeUndefined()
  })

  it('tells its state, its heater and its number', () => {
    const { send, receive } = sensor()
    send('f3 2d')
    expect(receive(3)).toEqual(hex('80 10 e1'))
    send('30 41')
    send('30 6d')
    send('f3 2d')
    expect(receive(2)).toEqual(hex('20 00'))
    send('30 66')
    send('f3 2d')
    expect(receive(2)).toEqual(hex('00 00'))
    send('30 a2')
    send('f3 2d')
    expect(receive(2)).toEqual(hex('80 10'))
    send('37 80')
    expect(receive(6)).toHaveLength(6)
    expect(send('12 34')).toBe(2)
  })
})
