import { appendFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { HistoryStore } from '../../../main/history/historyStore'
import { defaultSettings } from '../../../shared/settings'
import { FakeClock } from '../../rig/fakeClock'
import { temporaryFolder } from '../../rig/temporaryFolder'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const BOARD = { key: 'id:abc', name: 'Pico' }

describe('the history of boards', () => {
  async function storeIn(settings = defaultSettings) {
    const folder = await temporaryFolder()
    const clock = new FakeClock()
    return { folder, clock, store: new HistoryStore(folder, clock, () => settings) }
  }

  it('a row of the same contents is one version, and what was only sent is none', async () => {
    const { store, clock } = await storeIn()
    const note = async (text: string, cause: 'saved' | 'sent' | 'seen'): Promise<void> => {
      await clock.advance(1_000)
      await store.note(BOARD, [{ path: '/a.py', sha256: await store.keep(bytesOf(text)), size: text.length, cause }])
    }
    await note('one', 'sent')
    await note('one', 'saved')
    await note('one', 'seen')
    await note('two', 'saved')
    await note('three', 'sent')
    const versions = await store.versions(BOARD.key, '/a.py')
    expect(versions.map(({ size, until, at }) => [size, until - at])).toEqual([
      [3, 0],
      [3, 1_000],
    ])
    expect(await store.unfinished(BOARD.key, '/a.py')).toMatchObject({ size: 5, cause: 'sent' })
    await note('three', 'saved')
    expect(await store.unfinished(BOARD.key, '/a.py')).toBeUndefined()
  })

  it('a crash in the middle of a record loses that record alone', async () => {
    const { store, folder } = await storeIn()
    const sha256 = await store.keep(bytesOf('x'))
    await store.note(BOARD, [{ path: '/a.py', sha256, size: 1, cause: 'saved' }])
    const [board = ''] = await readdir(path.join(folder, 'boards'))
    const [month = ''] = await readdir(path.join(folder, 'boards', board))
    await appendFile(path.join(folder, 'boards', board, month), '\n{"kind":"file","at":12,"path":"/cut')
    await store.note(BOARD, [{ path: '/b.py', sha256, size: 1, cause: 'saved' }])
    expect((await store.files(BOARD.key)).map((file) => file.path)).toEqual(['/a.py', '/b.py'])
  })

  it('when it is full, what was not seen for longest goes, and its versions say so', async () => {
    const { store, clock } = await storeIn({ ...defaultSettings, historyStoreLimit: 1 })
    const shas: string[] = []
    for (const letter of 'abcd') {
      await clock.advance(60_000)
      const text = letter.repeat(250_000)
      shas.push(await store.keep(bytesOf(text)))
      await store.note(BOARD, [{ path: '/a.txt', sha256: shas.at(-1) ?? '', size: text.length, cause: 'saved' }])
    }
    await clock.advance(60_000)
    // The oldest is seen once more: it stays.
    expect(await store.has(shas[0] ?? '')).toBe(250_000)
    await clock.advance(60_000)
    await store.keep(bytesOf('e'.repeat(250_000)))
    const kept = (await store.versions(BOARD.key, '/a.txt')).map(({ kept: isKept }) => isKept)
    expect(kept).toEqual([true, false, false, true])
    expect(await store.used()).toBeLessThan(1024 * 1024)
  })

  it('contents that a failing disk has changed are not given out', async () => {
    const { store, folder } = await storeIn()
    const sha256 = await store.keep(bytesOf('good'))
    await writeFile(path.join(folder, 'contents', sha256.slice(0, 2), sha256), 'bad!')
    expect(await store.read(sha256)).toBeUndefined()
    expect(await store.keep(bytesOf('good'))).toBe(sha256)
    expect(await store.read(sha256)).toEqual(bytesOf('good'))
  })

  it('a board that is as it was last time is not noted again', async () => {
    const { store, clock } = await storeIn()
    const sha256 = await store.keep(bytesOf('x'))
    const tree = { folder: '/', cause: 'listing' as const, files: [{ path: '/a.py', size: 1, sha256 }], folders: [], excludes: [] }
    const id = await store.noteTree(BOARD, tree)
    await clock.advance(1_000)
    expect(await store.noteTree(BOARD, tree)).toBe(id)
    expect(await store.noteTree(BOARD, { ...tree, files: [] })).not.toBe(id)
    expect(await store.snapshots(BOARD.key)).toMatchObject([
      { files: 0, missing: 0 },
      { files: 1, missing: 0 },
    ])
  })
})
