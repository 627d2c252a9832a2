import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { settlePlan } from '../../../main/board/transferConflicts'
import { type Disk, diskName, planDownload, planUpload } from '../../../main/board/transferPlan'
import type { BoardEntry } from '../../../shared/board'
import { AppError } from '../../../shared/errors'

/** A computer's disk as a tree: strings are files, objects folders. */
interface Tree {
  [name: string]: string | Tree
}

function diskOf(tree: Tree): Disk {
  const find = (place: string): string | Tree => {
    let here: string | Tree = tree
    for (const part of place.split(path.sep).filter((name) => name !== '')) {
      const next: string | Tree | undefined = typeof here === 'string' ? undefined : here[part]
      if (next === undefined) throw new AppError('not-found', place)
      here = next
    }
    return here
  }
  return {
    list: (place) => {
      const folder = find(place)
      if (typeof folder === 'string') return Promise.reject(new AppError('not-a-folder', place))
      const entries = Object.entries(folder).map(([name, item]) => ({
        name,
        path: path.join(place, name),
        kind: typeof item === 'string' ? ('file' as const) : ('folder' as const),
        size: typeof item === 'string' ? item.length : 0,
        mtime: 0,
      }))
      return Promise.resolve({ entries })
    },
    readFile: (place) => Promise.resolve({ bytes: new TextEncoder().encode(find(place) as string), mtime: 0 }),
    writeFile: () => Promise.resolve({ mtime: 0 }),
    makeFolder: () => Promise.resolve(),
  }
}

function boardOf(files: Record<string, number | 'folder'>): Parameters<typeof planDownload>[0] {
  return {
    stat: (place) => {
      const found = files[place]
      return Promise.resolve(found === undefined ? null : found === 'folder' ? { kind: 'folder', size: 0 } : { kind: 'file', size: found })
    },
    list: (folder) => {
      const entries: BoardEntry[] = []
      for (const [place, found] of Object.entries(files)) {
        const name = place.slice(folder.length + 1)
        if (!place.startsWith(`${folder}/`) || name.includes('/')) continue
        entries.push({ name, path: place, kind: found === 'folder' ? 'folder' : 'file', size: found === 'folder' ? 0 : found })
      }
      return Promise.resolve(entries)
    },
  }
}

describe('the plan of an upload', () => {
  it('takes folders with all that is in them, folders before what they hold', async () => {
    const disk = diskOf({ home: { 'main.py': '12345', lib: { 'a.py': '1', deep: { 'b.py': '22' }, empty: {} } } })
    const plan = await planUpload(disk, ['/home/main.py', '/home/lib'], '/')
    expect(plan.folders).toEqual(['/lib', '/lib/deep', '/lib/empty'])
    expect(plan.files.map(({ from, to, size }) => [from, to, size])).toEqual([
      ['/home/main.py', '/main.py', 5],
      ['/home/lib/a.py', '/lib/a.py', 1],
      ['/home/lib/deep/b.py', '/lib/deep/b.py', 2],
    ])
    expect(plan.bytes).toBe(8)
  })

  it('refuses a name that no board can hold before anything is sent', async () => {
    const disk = diskOf({ home: { 'a\nb.py': '1' } })
    await expect(planUpload(disk, ['/home'], '/')).rejects.toMatchObject({ code: 'invalid-path' })
  })

  it('a tree without an end is refused', async () => {
    const round: Tree = {}
    round['again'] = round
    await expect(planUpload(diskOf({ home: round }), ['/home'], '/')).rejects.toMatchObject({
      code: expect.stringMatching(/too-large|invalid-path/) as string,
    })
  })
})

describe('the plan of a download', () => {
  it('keeps the tree', async () => {
    const board = boardOf({ '/lib': 'folder', '/lib/a.py': 3, '/lib/sub': 'folder', '/lib/sub/b.py': 4 })
    const plan = await planDownload(board, diskOf({ home: {} }), ['/lib'], '/home', 'linux')
    expect(plan.folders).toEqual([path.join('/home', 'lib'), path.join('/home', 'lib', 'sub')])
    expect(plan.files.map(({ to }) => to)).toEqual([path.join('/home', 'lib', 'a.py'), path.join('/home', 'lib', 'sub', 'b.py')])
    expect(plan.bytes).toBe(7)
  })

  it('never overwrites what the user has unasked, in folders that are there neither', async () => {
    const board = boardOf({ '/main.py': 3, '/lib': 'folder', '/lib/a.py': 1, '/lib/b.py': 2 })
    const plan = await planDownload(
      board,
      diskOf({ home: { 'main.py': 'mine', lib: { 'a.py': 'x' } } }),
      ['/main.py', '/lib'],
      '/home',
      'linux',
    )
    expect(plan.folders).toEqual([])
    const differ = () => Promise.resolve(false)
    await expect(settlePlan(plan, 'refuse', differ)).rejects.toMatchObject({
      code: 'exists',
      details: { count: 2, paths: '/home/main.py\n/home/lib/a.py' },
    })
    expect((await settlePlan(plan, 'skip', differ)).files.map(({ to }) => to)).toEqual(['/home/lib/b.py'])
    expect(
      await settlePlan(plan, 'refuse', (file) => Promise.resolve(file.size === file.there)).catch((error: unknown) => error),
    ).toMatchObject({
      details: { count: 1, paths: '/home/main.py' },
    })
  })

  it('a file in the place of a folder, or a folder in that of a file, is refused', async () => {
    const disk = diskOf({ home: { lib: 'a file', 'main.py': {} } })
    const board = boardOf({ '/main.py': 3, '/lib': 'folder' })
    await expect(planDownload(board, disk, ['/lib'], '/home', 'linux')).rejects.toMatchObject({ code: 'not-a-folder' })
    await expect(planDownload(board, disk, ['/main.py'], '/home', 'linux')).rejects.toMatchObject({ code: 'is-a-folder' })
  })

  it('two names that are one file on this computer are refused', async () => {
    const board = boardOf({ '/lib': 'folder', '/lib/A.py': 1, '/lib/a.py': 1 })
    await expect(planDownload(board, diskOf({ home: {} }), ['/lib'], '/home', 'darwin')).rejects.toMatchObject({ code: 'exists' })
    await expect(planDownload(board, diskOf({ home: {} }), ['/lib'], '/home', 'linux')).resolves.toMatchObject({ bytes: 2 })
  })

  it.each(['..', '.', '', 'a/b', 'a\u0000b'])('a hostile name %j never becomes a path', (name) => {
    expect(() => diskName(name, 'linux')).toThrow(AppError)
  })

  it.each(['con', 'COM1.txt', 'a:b', 'a\\b', 'end.', 'what?'])('%j is refused on Windows, where it is no name', (name) => {
    expect(() => diskName(name, 'win32')).toThrow(AppError)
    expect(diskName(name, 'linux')).toBe(name)
  })
})
