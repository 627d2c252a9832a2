import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bootText } from '../rig/faults/variants'
import { type Cable, virtualCable } from '../rig/sessionCables'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What CircuitPython's modules lack, of what MicroPython has. */
const LACKING = { os: ['ilistdir', 'urandom'], hashlib: ['sha256'], sys: ['stdin'], deflate: ['DeflateIO'] }

describe('firmware whose folders can be listed by name only, as CircuitPython', () => {
  let cable: Cable

  beforeEach(async () => {
    cable = await virtualCable()
  })

  afterEach(async () => {
    await cable.dispose()
  })

  it('has its folders, sizes and whole trees shown, and its files saved, read back, moved and deleted', async () => {
    const session = await cable.openReady()
    const variant = bootText({ without: LACKING, isFlat: false, isRawOnly: false, refuses: false })
    expect((await session.run('variant.py', variant, 'stop')).kind).toBe('ended')
    await session.makeFolder('/lib', 'refuse')
    expect(session.snapshot().board).toMatchObject({ hasFolders: true, hasHash: false })
    const code = 'print("as long as it is")\n'.repeat(40)
    expect(await session.writeFile('/lib/code.py', bytesOf(code), 'refuse')).toMatchObject({ proven: true })
    await session.writeFile('/empty.py', new Uint8Array(), 'refuse')
    expect((await session.list('/', 'refuse')).entries).toMatchObject([
      { name: 'lib', kind: 'folder' },
      { name: 'empty.py', kind: 'file', size: 0 },
    ])
    expect((await session.list('/lib', 'refuse')).entries).toMatchObject([{ name: 'code.py', kind: 'file', size: code.length }])
    expect(textOf(await session.readFile('/lib/code.py', 'refuse'))).toBe(code)
    const tree = await session.runner.withBoard({ name: 'Listing', stop: 'refuse' }, ({ files }) => files.listTree('/', { hashes: true }))
    expect(tree.map(({ path, kind, size }) => [path, kind, size]).sort()).toEqual([
      ['/empty.py', 'file', 0],
      ['/lib', 'folder', 0],
      ['/lib/code.py', 'file', code.length],
    ])
    await session.rename('/lib/code.py', '/code.py', 'refuse')
    expect(await session.count('/', 'refuse')).toMatchObject({ files: 2, folders: 1 })
    await session.remove(['/lib', '/empty.py'], 'refuse')
    expect((await session.list('/', 'refuse')).entries.map(({ name }) => name)).toEqual(['code.py'])
  })
})
