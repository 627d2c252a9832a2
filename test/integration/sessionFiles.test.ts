import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, serialCable, virtualCable } from '../rig/sessionCables'
import { temporaryFolder } from '../rig/temporaryFolder'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe.each([
  ['the virtual board', virtualCable],
  ['a serial port', serialCable],
])('the files of a session with %s', (_name, lay) => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await lay()
    bench = cable.bench
  })

  afterEach(async () => {
    await cable.dispose()
  })

  it('a saved file is on the board byte by byte, and the terminal looks as before', async () => {
    const session = await cable.openReady()
    const before = bench.screen
    const all = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256)
    const saved = await session.writeFile('/all bytes.bin', all, 'refuse')
    expect(saved).toMatchObject({ path: '/all bytes.bin', size: 1_000, proven: true })
    expect(await session.readFile('/all bytes.bin', 'refuse')).toEqual(all)
    const { entries, storage } = await session.list('/', 'refuse')
    expect(entries.map(({ name }) => name)).toContain('all bytes.bin')
    expect(storage?.total).toBeGreaterThan(1_000_000)
    expect(bench.screen).toBe(before)
    expect(session.snapshot()).toMatchObject({ state: { kind: 'ready' }, board: { implementation: 'micropython' } })
    expect(session.known().map(({ path }) => path)).toEqual(['/'])
  })

  it('files are listed, read and saved although a program has variables named list, str, print, len and open', async () => {
    const session = await cable.openReady()
    await session.run('names.py', 'list = str = print = len = open = isinstance = range = max = 3\n', 'refuse')
    const bytes = new Uint8Array(5_000).fill(65)
    expect(await session.writeFile('/a.txt', bytes, 'refuse')).toMatchObject({ proven: true })
    expect(await session.readFile('/a.txt', 'refuse')).toEqual(bytes)
    expect((await session.list('/', 'refuse')).entries.map(({ name }) => name)).toContain('a.txt')
    await session.rename('/a.txt', '/b.txt', 'refuse')
    await session.remove(['/b.txt'], 'refuse')
    expect(await session.count('/', 'refuse')).toMatchObject({ files: 0 })
  })

  it('a half-typed line survives a save', async () => {
    const session = await cable.openReady()
    await bench.type(session, 'print(6 *')
    await bench.shows('>>> print(6 *')
    const before = bench.screen
    await session.writeFile('/a.py', bytesOf('x = 1\n'), 'refuse')
    expect(bench.screen).toBe(before)
    await bench.type(session, ' 7)\r')
    await bench.shows('>>> print(6 * 7)\r\n42\r\n>>> ')
  })

  it('a half-typed line with the cursor in its middle survives a save', async () => {
    const session = await cable.openReady()
    await bench.type(session, 'print(1234)\u001b[D\u001b[D\u001b[D')
    await bench.until(() => bench.screen.includes('print(1234)') && !bench.screen.endsWith(')'), 'the cursor to move')
    await session.writeFile('/a.py', bytesOf('x = 1\n'), 'refuse')
    await bench.type(session, '00\r')
    await bench.shows('\n120034\r\n>>> ')
  })

  it('what is typed while a job works reaches the board afterwards', async () => {
    const session = await cable.openReady()
    const saving = session.writeFile('/a.py', bytesOf('x = 1\n'.repeat(2_000)), 'refuse')
    await bench.until(() => session.snapshot().state.kind === 'working', 'the job')
    await bench.type(session, 'print("after")\r')
    await saving
    await bench.shows('\nafter\r\n>>> ')
  })

  it('a save while a program runs is refused with the program’s name, and the program goes on', async () => {
    const session = await cable.openReady()
    const running = session.run('loop.py', 'import time\nwhile True:\n  print("tick")\n  time.sleep_ms(20)\n', 'refuse')
    await bench.shows('tick\r\ntick')
    await expect(session.writeFile('/a.py', bytesOf('1'), 'refuse')).rejects.toMatchObject({
      code: 'needs-prompt',
      details: { program: 'loop.py' },
    })
    const length = bench.screen.length
    await bench.until(() => bench.screen.length > length + 20, 'more ticks')
    await session.stop()
    await running
  })

  it('stop, save, start again: the file is saved and the same text runs again', async () => {
    const session = await cable.openReady()
    const running = session.run('loop.py', 'import time\nprint("begin")\nwhile True:\n  time.sleep_ms(20)\n', 'refuse')
    await bench.shows('begin\r\n')
    await session.writeFile('/a.py', bytesOf('1'), 'restart')
    expect((await running).kind).toBe('stopped')
    await bench.shows(/begin\r\n[^]*\[Stopped\][^]*begin\r\n/)
    expect(session.snapshot().state).toMatchObject({ kind: 'running', program: { name: 'loop.py' } })
    await session.stop()
    expect(textOf(await session.readFile('/a.py', 'refuse'))).toBe('1')
  })

  it('folders go to the board and come back byte by byte, and what is the same is not copied again', async () => {
    const session = await cable.openReady()
    const folder = await temporaryFolder()
    await cable.workspace.grant(folder)
    const all = Uint8Array.from({ length: 256 }, (_, index) => index)
    await mkdir(path.join(folder, 'app', 'lib'), { recursive: true })
    await writeFile(path.join(folder, 'app', 'main.py'), 'print("ü")\n')
    await writeFile(path.join(folder, 'app', 'lib', 'every byte.bin'), all)
    await writeFile(path.join(folder, 'empty.txt'), '')
    const sent = await session.upload([path.join(folder, 'app'), path.join(folder, 'empty.txt')], '/', 'refuse')
    expect(sent).toEqual({ files: 3, bytes: 256 + 12, same: 0, skipped: 0 })
    const again = await session.upload([path.join(folder, 'app')], '/', 'refuse')
    expect(again).toEqual({ files: 0, bytes: 0, same: 2, skipped: 0 })
    await mkdir(path.join(folder, 'back'))
    const got = await session.download(['/app', '/empty.txt'], path.join(folder, 'back'), 'refuse')
    expect(got).toEqual(sent)
    expect(new Uint8Array(await readFile(path.join(folder, 'back', 'app', 'lib', 'every byte.bin')))).toEqual(all)
    expect(await readFile(path.join(folder, 'back', 'app', 'main.py'), 'utf8')).toBe('print("ü")\n')
    expect(await session.download(['/app'], path.join(folder, 'back'), 'refuse')).toEqual({ files: 0, bytes: 0, same: 2, skipped: 0 })
  })

  it('a transfer never replaces other contents unasked: it names them before anything is written, and replaces or skips as told', async () => {
    const session = await cable.openReady()
    const folder = await temporaryFolder()
    await cable.workspace.grant(folder)
    await mkdir(path.join(folder, 'app'))
    await writeFile(path.join(folder, 'app', 'a.py'), 'disk a')
    await writeFile(path.join(folder, 'app', 'b.py'), 'disk b')
    await writeFile(path.join(folder, 'app', 'new.py'), 'new')
    await session.makeFolder('/app', 'refuse')
    await session.writeFile('/app/a.py', bytesOf('on board'), 'refuse')
    await session.writeFile('/app/b.py', bytesOf('disk B'), 'refuse')
    const upload = (conflict?: 'refuse' | 'replace' | 'skip') => session.upload([path.join(folder, 'app')], '/', 'refuse', conflict)
    const onBoard = async (name: string): Promise<string> => textOf(await session.readFile(`/app/${name}`, 'refuse'))
    await expect(upload()).rejects.toMatchObject({ code: 'exists', details: { count: 2, paths: '/app/a.py\n/app/b.py' } })
    expect((await session.list('/app', 'refuse')).entries.map(({ name }) => name)).toEqual(['a.py', 'b.py'])
    expect(await upload('skip')).toEqual({ files: 1, bytes: 3, same: 0, skipped: 2 })
    expect(await onBoard('a.py')).toBe('on board')
    const download = (conflict?: 'refuse' | 'replace' | 'skip') => session.download(['/app'], folder, 'refuse', conflict)
    await expect(download()).rejects.toMatchObject({ code: 'exists', details: { count: 2 } })
    expect(await download('skip')).toEqual({ files: 0, bytes: 0, same: 1, skipped: 2 })
    expect(await readFile(path.join(folder, 'app', 'a.py'), 'utf8')).toBe('disk a')
    expect(await upload('replace')).toEqual({ files: 2, bytes: 12, same: 1, skipped: 0 })
    expect([await onBoard('a.py'), await onBoard('b.py'), await onBoard('new.py')]).toEqual(['disk a', 'disk b', 'new'])
    await session.writeFile('/app/a.py', bytesOf('newer'), 'refuse')
    expect(await download('replace')).toEqual({ files: 1, bytes: 5, same: 2, skipped: 0 })
    expect(await readFile(path.join(folder, 'app', 'a.py'), 'utf8')).toBe('newer')
  })

  it('files and folders are made, renamed, moved, counted and deleted, and windows are told to list again', async () => {
    const session = await cable.openReady()
    const stale: string[] = []
    session.onListed((folder) => stale.push(folder))
    await session.makeFolder('/lib', 'refuse')
    await session.writeFile('/lib/a.py', bytesOf('a'), 'refuse')
    await session.writeFile('/b.py', bytesOf('b'), 'refuse')
    await expect(session.rename('/b.py', '/lib/a.py', 'refuse')).rejects.toMatchObject({ code: 'exists' })
    await expect(session.rename('/lib', '/lib/inner', 'refuse')).rejects.toMatchObject({ code: 'invalid-path' })
    await session.rename('/b.py', '/lib/b.py', 'refuse')
    expect(await session.count('/lib', 'refuse')).toEqual({ files: 2, folders: 0 })
    expect((await session.list('/lib', 'refuse')).entries.map(({ name }) => name)).toEqual(['a.py', 'b.py'])
    await expect(session.remove(['/'], 'refuse')).rejects.toMatchObject({ code: 'invalid-path' })
    await session.remove(['/lib'], 'refuse')
    expect((await session.list('/', 'refuse')).entries).toEqual([])
    expect(session.known().map((listing) => listing.path)).toEqual(['/'])
    expect(stale).toEqual(['/', '/lib', '/', '/', '/lib', '/'])
  })

  it('an unfinished block at the prompt is not thrown away by a save', async () => {
    const session = await cable.openReady()
    await bench.type(session, 'for i in range(2):\r')
    await bench.shows(/\.\.\. +$/)
    await expect(session.writeFile('/a.py', bytesOf('1'), 'refuse')).rejects.toMatchObject({
      code: 'needs-prompt',
      details: { typing: true },
    })
    await bench.type(session, 'print("n", i)\r\r\r\r')
    await bench.shows('n 0\r\nn 1\r\n')
  })

  it('a cancelled save leaves the old file whole and the prompt usable', async () => {
    const session = await cable.openReady()
    await session.writeFile('/data.bin', bytesOf('old'), 'refuse')
    const saving = session.writeFile('/data.bin', new Uint8Array(300_000), 'refuse')
    await bench.until(() => {
      const { state } = session.snapshot()
      return state.kind === 'working' && (state.job.progress?.done ?? 0) > 0
    }, 'progress')
    await session.stop()
    await expect(saving).rejects.toMatchObject({ code: 'cancelled' })
    expect(session.snapshot().state.kind).toBe('ready')
    expect(textOf(await session.readFile('/data.bin', 'refuse'))).toBe('old')
    expect((await session.list('/', 'refuse')).entries.map(({ name }) => name)).toEqual(['data.bin'])
  })
})
