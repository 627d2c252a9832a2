import { describe, expect, it } from 'vitest'
import { decodeFrame, encodeFrame, type Message } from '../../shared/contract/frame'
import { hasCode } from '../../shared/errors'

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index)

describe('frame', () => {
  it.each<[string, Message]>([
    ['no bytes at all', { kind: 'request', id: 1, name: 'ports.list', params: {} }],
    ['every byte value', { kind: 'result', id: 2, result: everyByte }],
    [
      'several parts, some empty',
      { kind: 'event', name: 'x', payload: { items: [{ bytes: everyByte }, { bytes: new Uint8Array(0) }, { bytes: everyByte.slice(7) }] } },
    ],
    ['text beyond ASCII', { kind: 'result', id: 3, result: 'Grüße, 板 🐍' }],
  ])('carries %s unharmed', (_name, message) => {
    expect(decodeFrame(encodeFrame(message))).toEqual(message)
  })

  it('carries a Node Buffer as bytes, not as a list of numbers', () => {
    const frame = encodeFrame({ kind: 'result', id: 1, result: Buffer.from([1, 2, 3]) })
    expect(decodeFrame(frame)).toEqual({ kind: 'result', id: 1, result: Uint8Array.of(1, 2, 3) })
  })

  it('reads a frame that lies inside a larger buffer', () => {
    const frame = encodeFrame({ kind: 'result', id: 1, result: everyByte })
    const inside = new Uint8Array(frame.length + 20)
    inside.set(frame, 13)
    expect(decodeFrame(inside.subarray(13, 13 + frame.length))).toEqual({ kind: 'result', id: 1, result: everyByte })
  })

  it('refuses a frame cut anywhere, instead of delivering half a file', () => {
    const frame = encodeFrame({ kind: 'result', id: 1, result: { a: everyByte, b: 'x' } })
    for (let length = 0; length < frame.length; length++) {
      expect(() => decodeFrame(frame.subarray(0, length)), `cut at ${length}`).toThrow(
        expect.objectContaining({ code: 'invalid-request' }) as Error,
      )
    }
  })

  it('refuses lengths that lie', () => {
    const lie = (header: string, rest: number): Uint8Array => {
      const bytes = new TextEncoder().encode(header)
      const frame = new Uint8Array(4 + bytes.length + rest)
      new DataView(frame.buffer).setUint32(0, bytes.length, true)
      frame.set(bytes, 4)
      return frame
    }
    const refused = (frame: Uint8Array): boolean => {
      try {
        decodeFrame(frame)
        return false
      } catch (error) {
        return hasCode(error, 'invalid-request')
      }
    }
    expect(refused(lie('{"kind":"result","id":1,"result":{"$bytes":5}}', 4))).toBe(true)
    expect(refused(lie('{"kind":"result","id":1,"result":{"$bytes":-5}}', 5))).toBe(true)
    expect(refused(lie('{"kind":"result","id":1,"result":{"$bytes":1.5}}', 5))).toBe(true)
    expect(refused(lie('{"kind":"result","id":1,"result":null}', 1))).toBe(true)
    expect(refused(lie('{"kind":"what","id":1}', 0))).toBe(true)
    expect(refused(lie('[1,2', 0))).toBe(true)
  })
})
