import { describe, expect, it } from 'vitest'
import { DhtPart } from '../../../../main/virtual/parts/dhtPart'
import { hex, partBench } from './partBench'

const DHT11 = Uint8Array.of(4, 11)
const DHT22 = Uint8Array.of(4, 22)

describe('the sensors DHT11 and DHT22', () => {
  it('say degrees and per cent in their own way, with the sum', () => {
    const bench = partBench()
    bench.air(26.4, 65.2)
    const part = new DhtPart(bench)
    expect(part.answer(DHT11)).toEqual(hex('41 00 1a 00 5b'))
    // 65.2 is 0x028c tenths, 26.4 is 0x0108.
    expect(part.answer(DHT22)).toEqual(hex('02 8c 01 08 97'))
  })

  it('know degrees below zero, and their own limits', () => {
    const bench = partBench()
    bench.air(-10.1, 99)
    const part = new DhtPart(bench)
    expect(part.answer(DHT22)).toEqual(hex('03 de 80 65 c6'))
    expect(part.answer(DHT11)).toEqual(hex('5a 00 00 00 5a'))
  })

  it('measure anew only after one and two seconds', async () => {
    const bench = partBench()
    bench.air(20, 50)
    const part = new DhtPart(bench)
    const temperatures = (): unknown[] => [part.answer(DHT11)[2], part.answer(DHT22)[3]]
    expect(temperatures()).toEqual([20, 200])
    bench.air(25, 50)
    await bench.clock.advance(999)
    expect(temperatures()).toEqual([20, 200])
    await bench.clock.advance(1)
    expect(temperatures()).toEqual([25, 200])
    await bench.clock.advance(1_000)
    expect(temperatures()).toEqual([25, 250])
  })
})
