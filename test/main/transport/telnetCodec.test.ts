import { describe, expect, test } from 'vitest'
import { DO, escapeIac, IAC, subnegotiation, TelnetDecoder, WILL } from '../../../main/transport/telnetCodec'

/** Everything that a stream holds, when it comes in pieces of `cut` bytes. */
function decode(stream: Uint8Array, cut: number): { data: number[]; said: string[] } {
  const data: number[] = []
  const said: string[] = []
  const decoder = new TelnetDecoder({
    onData: (bytes) => data.push(...bytes),
    onNegotiation: (verb, option) => said.push(`${verb} ${option} at ${data.length}`),
    onSubnegotiation: (option, parameters) => said.push(`${option}: ${[...parameters].join(' ')} at ${data.length}`),
  })
  for (let at = 0; at < stream.length; at += cut) decoder.feed(stream.slice(at, at + cut))
  return { data, said }
}

const everyByte = Uint8Array.from({ length: 1_024 }, (_, index) => index % 256)

describe.each([1, 2, 7, 4_096])('a telnet stream in pieces of %i', (cut) => {
  test('gives every byte of a file back, also those that are telnet’s own', () => {
    const file = Uint8Array.of(IAC, IAC, ...everyByte, IAC)
    expect(decode(escapeIac(file), cut)).toEqual({ data: [...file], said: [] })
  })

  test('tells commands from data, in their order', () => {
    const stream = Uint8Array.of(
      65,
      IAC,
      WILL,
      0,
      66,
      ...subnegotiation(44, Uint8Array.of(101, 0, 255, 240)),
      IAC,
      IAC,
      IAC,
      241,
      IAC,
      DO,
      44,
      67,
      IAC,
      249,
      68,
    )
    expect(decode(stream, cut)).toEqual({
      data: [65, 66, 255, 67, 68],
      said: ['251 0 at 1', '44: 101 0 255 240 at 2', '253 44 at 3'],
    })
  })

  test('goes on after a subnegotiation without end, however long it is', () => {
    const flood = new Uint8Array(5_000).fill(7)
    const stream = Uint8Array.of(IAC, 250, 44, ...flood, IAC, 240, 65)
    expect(decode(stream, cut)).toEqual({ data: [65], said: [] })
  })
})
