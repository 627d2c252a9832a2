import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { BoardFiles } from '../../main/protocol/boardFiles'
import { sha256Of } from '../../main/protocol/fileReading'
import { type Firmware, probe } from '../../main/protocol/probe'
import { RawRepl } from '../../main/protocol/rawRepl'
import type { Wire } from '../../main/protocol/wire'
import { SerialTransport } from '../../main/transport/serialTransport'
import type { Transport } from '../../main/transport/transport'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { VirtualPort } from '../../main/virtual/virtualPort'
import { systemClock } from '../../shared/clock'
import { type BoardOnPty, joinBoardToPty } from '../rig/boardOnPty'
import { wireOf } from '../rig/transportWire'
import { workerPath } from '../rig/workerPath'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value)

function noise(length: number): Uint8Array {
  let state = 12_345
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16)
}

const ways: { name: string; cut: number; pty: boolean }[] = [
  { name: 'the virtual port', cut: Infinity, pty: false },
  { name: 'the virtual port, cut into 1 byte', cut: 1, pty: false },
  { name: 'the virtual port, cut into 2 bytes', cut: 2, pty: false },
  { name: 'the virtual port, cut into 7 bytes', cut: 7, pty: false },
  { name: 'the virtual port, cut into 4096 bytes', cut: 4096, pty: false },
  { name: 'a serial port on a pseudo-terminal', cut: Infinity, pty: true },
]

describe.each(ways)('real MicroPython over $name', ({ cut, pty }) => {
  let folder: string
  let board: VirtualBoard
  let cable: BoardOnPty | undefined
  let transport: Transport
  let wire: Wire
  let repl: RawRepl
  let firmware: Firmware
  let files: BoardFiles

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-test-'))
    board = new VirtualBoard({ folder, workerPath, clock: systemClock })
    if (pty) {
      await board.powerOn()
      cable = await joinBoardToPty(board, systemClock)
      transport = new SerialTransport(cable.path, { clock: systemClock })
    } else transport = new VirtualPort(board, systemClock)
    wire = wireOf(transport, systemClock, cut)
    await transport.open()
    repl = await RawRepl.enter(wire)
    firmware = await probe(repl)
    files = new BoardFiles(repl, firmware)
  })

  afterEach(async () => {
    // Whatever a test did, the board is left where the next work finds it.
    expect(text((await repl.exec("print('here')")).output).trim()).toBe('here')
    const names = (await files.list('/')).map((entry) => entry.path)
    await files.remove(names)
  })

  afterAll(async () => {
    await transport.close()
    await cable?.dispose()
    board.dispose()
    await rm(folder, { recursive: true, force: true })
  })

  it('learns what the firmware can do', () => {
    expect(firmware).toMatchObject({
      implementation: 'micropython',
      version: '1.27.0',
      root: '/',
      hasHash: true,
      hasRename: true,
      hasFolders: true,
      hasBinascii: true,
      hasStatvfs: true,
      pasteMode: 'raw-paste',
    })
    expect(firmware.uniqueId).toMatch(/^[0-9a-f]+$/)
  })

  it('keeps output and errors apart, and the user’s variables as they are', async () => {
    await repl.exec('n=e=s=p=h=f=os="mine"')
    await files.list('/')
    await files.writeFile('/x', everyByte)
    await files.readFile('/x')
    expect(text((await repl.exec("print(n,e,s,p,h,f,os,[k for k in globals() if k.startswith('_pb')])")).output).trim()).toBe(
      'mine mine mine mine mine mine mine []',
    )
    const { output, error } = await repl.exec("print('a')\n1/0")
    expect(text(output).trim()).toBe('a')
    expect(error).toContain('ZeroDivisionError')
    expect((await repl.exec('x = = 1\n' + '# filler\n'.repeat(200))).error).toContain('SyntaxError')
  })

  it('streams a program, hands it what is typed, and stops it', async () => {
    let shown = ''
    const stop = new AbortController()
    const running = repl.run("print('name?', end='')\nprint('hello', input())\nwhile True: pass\n", {
      signal: stop.signal,
      onOutput(bytes) {
        const before = shown
        shown += text(bytes)
        if (!before.includes('name?') && shown.includes('name?')) void wire.write(Buffer.from('Ada\r'))
        if (!before.includes('hello Ada') && shown.includes('hello Ada')) stop.abort()
      },
    })
    expect((await running).error).toContain('KeyboardInterrupt')
    expect(shown).toContain('hello Ada')
  })

  it('passes every byte value of a program’s output', async () => {
    const shown: number[] = []
    const { error } = await repl.run('import sys\nsys.stdout.buffer.write(bytes(i for i in range(256) if i != 4 and i != 10))', {
      onOutput: (bytes) => shown.push(...bytes),
    })
    expect(error).toBe('')
    expect(shown).toEqual([...everyByte].filter((value) => value !== 4 && value !== 10))
  })

  it('comes back when a program ends with sys.exit()', async () => {
    const { error } = await repl.run("import sys\nprint('bye')\nsys.exit()", { onOutput: () => undefined })
    expect(error).toBe('')
  })

  it('begins anew with a soft reset', async () => {
    await files.writeFile('/boot.py', Buffer.from("print('boot ran')\n"))
    await files.writeFile('/main.py', Buffer.from("print('main ran')\n"))
    await repl.exec('left = 1')
    let shown = ''
    await repl.softReset({ onOutput: (bytes) => (shown += text(bytes)) })
    expect(shown.trim()).toBe('boot ran')
    expect((await repl.exec('left')).error).toContain('NameError')
  })

  it('leaves to a prompt, and interrupts a program when it enters again', async () => {
    expect(await repl.leave()).toBe(true)
    await wire.write(Buffer.from('while True: pass\r\r'))
    let shown = ''
    repl = await RawRepl.enter(wire, { onOutput: (bytes) => (shown += text(bytes)) })
    files = new BoardFiles(repl, firmware)
    expect(repl.interrupted).toBe(true)
    expect(shown).toContain('KeyboardInterrupt')
    expect(await repl.leave()).toBe(true)
    repl = await RawRepl.enter(wire)
    files = new BoardFiles(repl, firmware)
    expect(repl.interrupted).toBe(false)
  })

  it.each([
    ['nothing', '/empty.txt', new Uint8Array()],
    ['one byte', '/one', Uint8Array.of(4)],
    ['every byte value', '/lib/every byte', new Uint8Array([...everyByte, ...everyByte.toReversed()])],
    ['a name with quotes', `/lib/it's "x" \\n %s {}.py`, Buffer.from("print('x')\n")],
    ['a name of another alphabet', '/lib/żółw 亀 🐢.py', Buffer.from('# żółw\n')],
  ])('saves and reads back %s', async (_, target, bytes) => {
    await files.makeFolder('/lib')
    const saved = await files.writeFile(target, bytes)
    expect(saved).toEqual({ path: target, size: bytes.length, sha256: sha256Of(bytes), proven: true })
    expect(Buffer.compare(await files.readFile(target), bytes)).toBe(0)
    const entries = await files.list(path.posix.dirname(target))
    expect(entries.filter((entry) => entry.kind === 'file')).toEqual([
      { name: path.posix.basename(target), path: target, kind: 'file', size: bytes.length },
    ])
  })

  it('saves and reads a large file, tells how far it is, and overwrites', async () => {
    const bytes = noise(cut < 7 ? 20_000 : cut === Infinity ? 300_000 : 60_000)
    const steps: number[] = []
    await files.writeFile('/big', Buffer.from('old'))
    await files.writeFile('/big', bytes, { onProgress: (done) => steps.push(done) })
    expect(steps[0]).toBe(0)
    expect(steps.at(-1)).toBe(bytes.length)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(Buffer.compare(await files.readFile('/big'), bytes)).toBe(0)
    expect(await files.list('/')).toHaveLength(1)
  })

  it('says before anything is written that a file will not fit', async () => {
    const space = await files.storage('/')
    expect(space?.total).toBeGreaterThan(1_000_000)
    await expect(files.writeFile('/huge', new Uint8Array((space?.free ?? 0) + 1))).rejects.toMatchObject({
      code: 'no-space',
      details: { path: '/huge', free: space?.free },
    })
    expect(await files.list('/')).toEqual([])
  })

  it('keeps the old file whole when the board fills up in the middle of a save', async () => {
    await files.writeFile('/main.py', Buffer.from('old'))
    // As with a firmware that can't say how much is free. The first file leaves 16 KB.
    const blind = new BoardFiles(repl, { ...firmware, hasStatvfs: false })
    await repl.exec(
      "import os\ns=os.statvfs('/')\nf=open('/fill','wb')\nb=bytes(4096)\nfor i in range(s[0]*s[3]//4096-4):f.write(b)\nf.close()\ndel f,b,s,i,os",
      { timeoutMs: 30_000 },
    )
    await expect(blind.writeFile('/main.py', noise(40_000))).rejects.toMatchObject({ code: 'no-space', details: { path: '/main.py' } })
    expect(text(await files.readFile('/main.py'))).toBe('old')
    expect((await files.list('/')).map((entry) => entry.name).toSorted()).toEqual(['fill', 'main.py'])
  })

  it('proves a save by reading back where the firmware cannot hash, and replaces a file proven where it cannot rename', async () => {
    const poor = new BoardFiles(repl, {
      ...firmware,
      hasHash: false,
      hasBinascii: false,
      encoding: 'plain',
      hasRename: false,
      hasStatvfs: false,
    })
    const bytes = noise(3_000)
    expect(await poor.writeFile('/a', bytes)).toMatchObject({ proven: true, sha256: sha256Of(bytes) })
    expect(Buffer.compare(await poor.readFile('/a'), bytes)).toBe(0)
    const longer = noise(4_000)
    await poor.writeFile('/a', longer)
    await poor.rename('/a', '/b')
    expect(Buffer.compare(await files.readFile('/b'), longer)).toBe(0)
    expect((await files.list('/')).map(({ name }) => name)).toEqual(['b'])
    await files.makeFolder('/folder')
    await expect(poor.rename('/folder', '/other')).rejects.toMatchObject({ code: 'not-available' })
  })

  it('carries files in base64, as most boards have it', async () => {
    const usual = new BoardFiles(repl, { ...firmware, encoding: 'base64' })
    const bytes = noise(5_000)
    await usual.writeFile('/a', bytes)
    expect(Buffer.compare(await usual.readFile('/a'), bytes)).toBe(0)
  })

  it('keeps the old file whole when a save is called off in the middle', async () => {
    await files.writeFile('/main.py', Buffer.from('old'))
    const stop = new AbortController()
    await expect(
      files.writeFile('/main.py', noise(60_000), {
        signal: stop.signal,
        onProgress(done) {
          if (done > 0) stop.abort()
        },
      }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(text(await files.readFile('/main.py'))).toBe('old')
    expect(await files.list('/')).toHaveLength(1)
  })

  it('does not overwrite what changed meanwhile', async () => {
    await files.writeFile('/a', Buffer.from('one'))
    await files.writeFile('/a', Buffer.from('two'), { expected: sha256Of(Buffer.from('one')) })
    await expect(files.writeFile('/a', Buffer.from('three'), { expected: sha256Of(Buffer.from('one')) })).rejects.toMatchObject({
      code: 'changed-elsewhere',
    })
    expect(text(await files.readFile('/a'))).toBe('two')
  })

  it('makes, moves, counts and removes', async () => {
    await files.makeFolder('/a')
    await files.makeFolder('/a/b')
    await files.writeFile('/a/b/f', Buffer.from('f'))
    await files.writeFile('/a/g', Buffer.from('g'))
    expect(await files.count('/')).toEqual({ files: 2, folders: 2 })
    await files.rename('/a/g', '/a/b/h')
    await expect(files.rename('/a/b/h', '/a/b/f')).rejects.toMatchObject({ code: 'exists', details: { path: '/a/b/f' } })
    expect(await files.stat('/a/b/h')).toEqual({ kind: 'file', size: 1 })
    expect(await files.stat('/a/b')).toEqual({ kind: 'folder', size: 0 })
    expect(await files.stat('/a/nothing')).toBeNull()
    let removed = 0
    await files.remove(['/a'], { onProgress: (count) => (removed = count) })
    expect(removed).toBe(4)
    expect(await files.list('/')).toEqual([])
    expect((await files.memory()).free).toBeGreaterThan(10_000)
  })

  it('says what was wrong with a path', async () => {
    await files.writeFile('/file', Buffer.from('x'))
    await files.makeFolder('/folder')
    await expect(files.readFile('/nothing')).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.readFile('/folder')).rejects.toMatchObject({ code: 'is-a-folder' })
    await expect(files.writeFile('/folder', Buffer.from('x'))).rejects.toMatchObject({ code: 'is-a-folder' })
    await expect(files.writeFile('/nothing/x', Buffer.from('x'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.writeFile('/file/x', Buffer.from('x'))).rejects.toMatchObject({ code: 'not-a-folder' })
    await expect(files.makeFolder('/folder')).rejects.toMatchObject({ code: 'exists' })
    await expect(files.list('/nothing')).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.remove(['/nothing'])).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.remove(['/'])).rejects.toMatchObject({ code: 'invalid-path' })
    await expect(files.makeFolder('/a/../b')).rejects.toMatchObject({ code: 'invalid-path' })
  })
})
