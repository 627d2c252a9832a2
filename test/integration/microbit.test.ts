import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PortInfo } from '../../shared/board'
import { systemClock } from '../../shared/clock'
import type { BoardSession } from '../../main/board/boardSession'
import { SerialTransport } from '../../main/transport/serialTransport'
import { Workspace } from '../../main/workspace/workspace'
import { type Microbit, startMicrobit } from '../rig/microbit'
import { SessionBench } from '../rig/sessionBench'
import { temporaryFolder } from '../rig/temporaryFolder'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const LIMIT_MS = 15_000

let board: Microbit
let bench: SessionBench
let session: BoardSession

beforeEach(async () => {
  board = await startMicrobit()
  const port: PortInfo = { path: board.path, kind: 'serial', name: 'micro:bit', vendorId: '0D28', productId: '0204', hasHardwareId: true }
  const workspace = new Workspace({ grantsFile: `${await temporaryFolder()}/grants.json` })
  bench = new SessionBench(port, ({ path }) => new SerialTransport(path, { clock: systemClock }), workspace)
  session = await bench.open()
  await session.getPrompt()
})

afterEach(async () => {
  await bench.dispose()
  await board.dispose()
})

const names = async (): Promise<string[]> => (await session.list('/', 'refuse')).entries.map(({ name }) => name)

it('is recognised for what it is', async () => {
  await session.list('/', 'refuse')
  expect(session.snapshot()).toMatchObject({
    state: { kind: 'ready' },
    board: {
      implementation: 'micropython',
      version: '1.9.2',
      machine: 'micro:bit with nRF51822',
      platform: 'microbit',
      root: '/',
      hasHash: false,
      hasRename: false,
      hasFolders: false,
    },
    memory: { total: expect.any(Number) as number },
  })
})

it('works out what is typed, and shows it', async () => {
  await bench.type(session, '6*7\r')
  await bench.shows('\r\n42\r\n>>> ')
})

it('keeps what is saved byte by byte: new, over an old file, empty; and lists, renames and deletes it', { timeout: 60_000 }, async () => {
  const all = Uint8Array.from({ length: 700 }, (_, index) => index % 256)
  expect(await session.writeFile('/all bytes.bin', all, 'refuse')).toMatchObject({ proven: true, size: 700 })
  expect(await session.readFile('/all bytes.bin', 'refuse')).toEqual(all)
  const source = 'from microbit import *\nprint("ü")\n'
  await session.writeFile('/all bytes.bin', bytesOf(source), 'refuse')
  expect(textOf(await session.readFile('/all bytes.bin', 'refuse'))).toBe(source)
  await session.rename('/all bytes.bin', '/grün.py', 'refuse')
  await session.writeFile('/empty', new Uint8Array(), 'refuse')
  expect((await session.list('/', 'refuse')).entries).toEqual([
    { name: 'empty', path: '/empty', kind: 'file', size: 0 },
    { name: 'grün.py', path: '/grün.py', kind: 'file', size: bytesOf(source).length },
  ])
  expect(textOf(await session.readFile('/grün.py', 'refuse'))).toBe(source)
  expect(await session.count('/', 'refuse')).toEqual({ files: 2, folders: 0 })
  await session.remove(['/grün.py', '/empty'], 'refuse')
  expect(await names()).toEqual([])
})

it('says in words what it has not: folders, long names, files that are not there', async () => {
  await expect(session.makeFolder('/lib', 'refuse')).rejects.toMatchObject({ code: 'not-available' })
  await expect(session.writeFile('/lib/a.py', bytesOf('1'), 'refuse')).rejects.toMatchObject({ code: 'not-available' })
  await expect(session.writeFile(`/${'n'.repeat(121)}`, bytesOf('1'), 'refuse')).rejects.toMatchObject({ code: 'invalid-path' })
  await expect(session.readFile('/nothing', 'refuse')).rejects.toMatchObject({ code: 'not-found' })
  await expect(session.remove(['/nothing'], 'refuse')).rejects.toMatchObject({ code: 'not-found' })
  expect(await names()).toEqual([])
})

/** Of its 15 KB of storage this leaves about 4. */
const FILL = 'f = open("fill", "wb")\nfor i in range(110):\n  f.write(b"0123456789" * 10)\nf.close()\n'

it('keeps the old file when the new one does not fit, and replaces it where there is no room for both', { timeout: 90_000 }, async () => {
  await session.run('fill.py', FILL, 'refuse')
  const old = bytesOf('old contents\n'.repeat(150))
  await session.writeFile('/main.py', old, 'refuse')
  await expect(session.writeFile('/main.py', bytesOf('new contents\n'.repeat(400)), 'refuse')).rejects.toMatchObject({
    code: 'no-space',
    details: { restored: true },
  })
  expect(await session.readFile('/main.py', 'refuse')).toEqual(old)
  const fitting = bytesOf('other contents\n'.repeat(190))
  expect(await session.writeFile('/main.py', fitting, 'refuse')).toMatchObject({ proven: true })
  expect(await session.readFile('/main.py', 'refuse')).toEqual(fitting)
  await expect(session.writeFile('/new.py', old, 'refuse')).rejects.toMatchObject({ code: 'no-space' })
  await expect(session.rename('/main.py', '/other.py', 'refuse')).rejects.toMatchObject({ code: 'no-space' })
  expect(await names()).toEqual(['fill', 'main.py'])
})

it('runs a program, shows its error and the line, and tells what its names hold', async () => {
  const outcome = await session.run('bad.py', 'a = 7\nb = "text"\nprint("on")\nc = a / 0\n', 'refuse')
  expect(outcome).toMatchObject({ kind: 'error', traceback: expect.stringContaining('ZeroDivisionError') as string })
  await bench.shows(/on\r\n[^]*ZeroDivisionError.*\r\n\[Error, line 4\]\n>>> $/)
  const [level] = await session.variables([[]], 'refuse')
  const values = Object.fromEntries((level?.variables ?? []).map(({ name, type, value }) => [name, [type, value]]))
  expect(values).toMatchObject({ a: ['int', '7'], b: ['str', "'text'"] })
})

it('Stop ends an endless program and one that prints without pause; a save in between stops it and starts it again', async () => {
  const silent = session.run('loop.py', 'print("go")\nwhile True:\n  pass\n', 'refuse')
  await bench.shows('go\r\n')
  await session.stop()
  expect((await silent).kind).toBe('stopped')
  const flood = session.run('flood.py', 'while True:\n  print("0123456789" * 6)\n', 'refuse')
  await bench.until(() => bench.screen.length > 10_000, 'output', LIMIT_MS)
  await session.writeFile('/a.py', bytesOf('1'), 'restart')
  expect((await flood).kind).toBe('stopped')
  const { length } = bench.screen
  await bench.until(() => bench.screen.length > length + 10_000, 'output after the save', LIMIT_MS)
  await session.stop()
  expect(textOf(await session.readFile('/a.py', 'refuse'))).toBe('1')
})

it('a program that is too large for it ends in words, and the board is used on', async () => {
  const outcome = await session.run('large.py', `x = [${'0, '.repeat(2_000)}]\n`, 'refuse')
  expect(outcome).toMatchObject({ kind: 'error', traceback: expect.stringContaining('MemoryError') as string })
  await session.writeFile('/a.py', bytesOf('1'), 'refuse')
  expect(await names()).toEqual(['a.py'])
})

it('half a program that somebody else left there does no harm', async () => {
  await bench.type(session, '\x01')
  await bench.shows('raw REPL; CTRL-B to exit')
  await bench.type(session, 'open("gone", "w").write("')
  await bench.reach(session, 'running')
  await session.stop()
  expect(await names()).toEqual([])
})

it('main.py runs after a reset, Stop ends it, and the files are there', async () => {
  await session.writeFile('/main.py', bytesOf('print("main begins")\nwhile True:\n  pass\n'), 'refuse')
  board.reset()
  await bench.shows('main begins\r\n', LIMIT_MS)
  await bench.reach(session, 'running')
  await session.stop()
  expect(session.snapshot().state.kind).toBe('ready')
  expect(await names()).toEqual(['main.py'])
})
