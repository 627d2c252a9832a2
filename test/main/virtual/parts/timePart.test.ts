import { describe, expect, it } from 'vitest'
import { TimePart } from '../../../../main/virtual/parts/timePart'

function answerAt(now: number): number[] {
  return [...new TimePart({ now: () => now }).answer()]
}

describe('the time of the pretend internet', () => {
  it('is written as NTP has it: seconds since 1900 and a fraction', () => {
    // The example of RFC 5905's table of epochs: 1 January 1970.
    expect(answerAt(0)).toEqual([0x83, 0xaa, 0x7e, 0x80, 0, 0, 0, 0])
    expect(answerAt(1_500)).toEqual([0x83, 0xaa, 0x7e, 0x81, 0x80, 0, 0, 0])
    // After 2036 the seconds begin anew.
    expect(answerAt(Date.UTC(2036, 1, 7, 6, 28, 16))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })
})
