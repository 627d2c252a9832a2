import { describe, expect, it } from 'vitest'
import { ByteRing } from '../../../main/virtual/byteRing'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytes = (of: string): Uint8Array => Buffer.from(of, 'latin1')

describe('the ring between board and host', () => {
  it('loses and doubles no byte, however the pieces are cut', () => {
    const ring = new ByteRing(ByteRing.allocate(16))
    let sent = ''
    let seen = ''
    for (let i = 0; i < 1_000; i++) {
      const piece = String.fromCharCode(65 + (i % 26)).repeat((i * 7) % 23)
      sent += piece.slice(0, ring.put(bytes(piece)))
      seen += text(ring.takeAll((i * 5) % 19))
    }
    seen += text(ring.takeAll(16))
    expect(seen).toBe(sent)
  })

  it('goes on past the end of its counters', () => {
    const memory = ByteRing.allocate(8)
    new Int32Array(memory, 0, 2).fill(2_147_483_645)
    const ring = new ByteRing(memory)
    expect(ring.put(bytes('abcdef'))).toBe(6)
    expect(ring.length).toBe(6)
    expect(text(ring.takeAll(8))).toBe('abcdef')
    expect(ring.takeByte()).toBe(-1)
  })

  it('drops what was sent before an interrupt, and nothing after it', () => {
    const ring = new ByteRing(ByteRing.allocate(16))
    ring.put(bytes('ab\x03c\x03de'))
    expect(ring.includes(3)).toBe(true)
    ring.dropThrough(3)
    expect(ring.includes(3)).toBe(false)
    expect(text(ring.takeAll(16))).toBe('de')
    ring.dropThrough(3)
    ring.put(bytes('xyz'))
    ring.clear()
    expect(ring.length).toBe(0)
    expect(ring.room).toBe(16)
  })
})
