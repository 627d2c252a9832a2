import { describe, expect, it } from 'vitest'
import { patchWasm } from '../../../main/virtual/wasmPatch'

/** (memory 1 2) (func (export "f") (result i32) i32.const 7), and the text "old" as data. */
const BINARY = Uint8Array.from(
  Buffer.from(
    '0061736d01000000010501600001' +
      '7f' +
      '020100' +
      '03020100' +
      '05040101' +
      '0102' +
      '07090201660000016d0200' +
      '0a0601040041070b' +
      '0b09010041000b036f6c64',
    'hex',
  ),
)

const nothing = { bodies: [], pieces: [], exports: [], texts: [] }

describe('patching the firmware', () => {
  it('gives a function another body and shares the memory', async () => {
    const patched = patchWasm(BINARY, 0, {
      ...nothing,
      bodies: [{ index: 0, before: '0041070b', after: '004180010b' }],
      texts: [['old', 'new']],
    })
    const { instance } = await WebAssembly.instantiate(patched)
    const { f, m } = instance.exports as { f: () => number; m: WebAssembly.Memory }
    expect(f()).toBe(128)
    expect(m.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(Buffer.from(m.buffer).subarray(0, 3).toString()).toBe('new')
  })

  it('replaces pieces of a function, and lets the host call one that it could not', async () => {
    const patched = patchWasm(BINARY, 0, {
      ...nothing,
      pieces: [{ index: 0, pieces: [['4107', 1, '41800141016a']] }],
      exports: [['added', 0]],
    })
    const { instance } = await WebAssembly.instantiate(patched)
    const { f, added } = instance.exports as { f: () => number; added: () => number }
    expect([f(), added()]).toEqual([129, 129])
  })

  it('refuses a firmware that is not the one it was made for', () => {
    const change = { index: 0, before: '0041080b', after: '0041090b' }
    expect(() => patchWasm(BINARY, 0, { ...nothing, bodies: [change] })).toThrow('Function 0')
    expect(() => patchWasm(BINARY, 0, { ...nothing, pieces: [{ index: 0, pieces: [['4107', 2, '4108']] }] })).toThrow('Function 0')
    expect(() => patchWasm(BINARY, 0, { ...nothing, bodies: [{ ...change, index: 1 }] })).toThrow('fewer functions')
    expect(() => patchWasm(BINARY, 1, nothing)).toThrow('imports')
    expect(() => patchWasm(BINARY, 0, { ...nothing, texts: [['nowhere', 'no wher']] })).toThrow('nowhere')
  })
})
