import { describe, expect, it } from 'vitest'
import { oneWireCrc, sensirionCrc } from '../../../../main/virtual/parts/crc8'
import { hex } from './partBench'

describe('checksums', () => {
  it('are those of the data sheets, so that drivers accept what the sensors send', () => {
    expect(sensirionCrc(hex('be ef'))).toBe(0x92)
    // The example of the application note 27 for 1-wire.
    expect(oneWireCrc(hex('02 1c b8 01 00 00 00'))).toBe(0xa2)
  })
})
