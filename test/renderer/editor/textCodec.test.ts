import { describe, expect, it } from 'vitest'
import { decodeText, encodeText, hasMixedLineEnds, sha256 } from '../../../renderer/editor/textCodec'

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

describe('text of a file', () => {
  it.each([
    ['nothing', ''],
    ['line ends of Windows', 'a\r\nb\r\n'],
    ['a byte order mark', '\ufeffprint(1)\n'],
    ['letters of many scripts', 'grüße 漢字 🐍\n'],
    ['no newline at the end', 'x = 1'],
  ])('comes back byte for byte with %s', (_what, text) => {
    const encoded = encodeText(text)
    expect(decodeText(encoded)).toEqual({ kind: 'text', text })
  })

  it('keeps the bytes of a byte order mark', () => {
    const withMark = bytes(0xef, 0xbb, 0xbf, 0x61)
    const decoded = decodeText(withMark)
    expect(decoded.kind === 'text' && encodeText(decoded.text)).toEqual(withMark)
  })

  it.each([
    ['a NUL', bytes(0x61, 0, 0x62)],
    ['a lone continuation byte', bytes(0x61, 0x80)],
    ['a cut-off letter', bytes(0xe6, 0xbc)],
    ['Latin-1', bytes(0x67, 0x72, 0xfc, 0xdf)],
    ['an overlong form', bytes(0xc0, 0xaf)],
  ])('is not made up for %s: the file is binary', (_what, input) => {
    expect(decodeText(input)).toEqual({ kind: 'binary' })
  })

  it('warns before line ends are made alike', () => {
    expect(hasMixedLineEnds('a\r\nb\r\n')).toBe(false)
    expect(hasMixedLineEnds('a\nb\n')).toBe(false)
    expect(hasMixedLineEnds('a\r\nb\n')).toBe(true)
    expect(hasMixedLineEnds('a\rb\n')).toBe(true)
    expect(hasMixedLineEnds('')).toBe(false)
  })

  it('is hashed as the board hashes it', async () => {
    expect(await sha256(encodeText('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
