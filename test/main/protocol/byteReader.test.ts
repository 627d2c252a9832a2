import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../../main/protocol/byteReader'
import { AppError } from '../../../shared/errors'
import { FakeClock, settle } from '../../rig/fakeClock'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const text = (data: Uint8Array): string => Buffer.from(data).toString('latin1')

describe('ByteReader', () => {
  it('gives the same bytes however the stream is cut', async () => {
    const stream = 'abc\r\n>def\r\n>\x04\x04>'
    for (const cut of [1, 2, 7, 4096]) {
      const reader = new ByteReader(new FakeClock())
      const reading = (async () => [
        text(await reader.receiveUntil(bytes('\r\n>'), 100)),
        text(await reader.receiveExactly(2)),
        text(await reader.receiveUntil(bytes('\r\n>'), 100)),
        text(await reader.receiveExactly(3)),
      ])()
      for (let at = 0; at < stream.length; at += cut) {
        reader.push(bytes(stream.slice(at, at + cut)))
        await settle()
      }
      expect(await reading).toEqual(['abc', 'de', 'f', '\x04\x04>'])
      expect(reader.buffered).toBe(0)
    }
  })

  it('finds a delimiter that begins with a false start in an earlier piece', async () => {
    const reader = new ByteReader(new FakeClock())
    for (const piece of ['x\r', '\n\r', '\r\n', '>rest']) reader.push(bytes(piece))
    expect(text(await reader.receiveUntil(bytes('\r\n>'), 100))).toBe('x\r\n\r')
    expect(text(reader.takeBuffered())).toBe('rest')
  })

  it('times out and keeps what came', async () => {
    const clock = new FakeClock()
    const reader = new ByteReader(clock)
    const reading = reader.receiveExactly(3, { timeoutMs: 1_000 })
    const failure = expect(reading).rejects.toMatchObject({ code: 'timeout' })
    reader.push(bytes('ab'))
    await clock.advance(1_000)
    await failure
    reader.push(bytes('c'))
    expect(text(await reader.receiveExactly(3))).toBe('abc')
    expect(clock.pending).toBe(0)
  })

  it('loses no byte that comes right after a read was called off', async () => {
    const reader = new ByteReader(new FakeClock())
    const stop = new AbortController()
    const reading = reader.receive(10, { signal: stop.signal })
    const failure = expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    stop.abort()
    reader.push(bytes('kept'))
    await failure
    expect(text(await reader.receive(10))).toBe('kept')
  })

  it('refuses a second reader', async () => {
    const reader = new ByteReader(new FakeClock())
    const first = reader.receive(1)
    await expect(reader.receive(1)).rejects.toMatchObject({ code: 'busy' })
    reader.push(bytes('x'))
    expect(text(await first)).toBe('x')
  })

  it('ends every read when the port is gone, after what had come', async () => {
    const reader = new ByteReader(new FakeClock())
    const waiting = reader.receiveExactly(5)
    const failure = expect(waiting).rejects.toMatchObject({ code: 'port-gone' })
    reader.push(bytes('last'))
    reader.fail(new AppError('port-gone', 'gone'))
    await failure
    expect(text(await reader.receiveExactly(4))).toBe('last')
    await expect(reader.receive(1)).rejects.toMatchObject({ code: 'port-gone' })
  })

  it('stops reading a line that never ends', async () => {
    const reader = new ByteReader(new FakeClock())
    const reading = reader.receiveUntil(bytes('\n'), 10)
    const failure = expect(reading).rejects.toMatchObject({ code: 'too-large' })
    reader.push(bytes('0123456789ab'))
    await failure
    expect(text(await reader.receiveUntil(bytes('b'), 11))).toBe('0123456789a')
  })

  it('collects what comes until the line is silent', async () => {
    const clock = new FakeClock()
    const reader = new ByteReader(clock)
    const reading = reader.receiveAvailable(100, { timeoutMs: 20 })
    reader.push(bytes('one'))
    await clock.advance(15)
    reader.push(bytes('two'))
    await clock.advance(15)
    await clock.advance(5)
    expect(text(await reading)).toBe('onetwo')
  })

  it('puts bytes back in front', async () => {
    const reader = new ByteReader(new FakeClock())
    reader.push(bytes('b'))
    reader.unread(bytes('a'))
    expect(text(await reader.receiveExactly(2))).toBe('ab')
  })
})
