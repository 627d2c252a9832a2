import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../main/protocol/fileReading'
import { temporaryPath } from '../../main/protocol/temporaryName'
import type { Clock } from '../../shared/clock'
import { systemClock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { type BoardFilesRig, boardFilesRig, noise } from '../rig/boardFilesRig'

let rig: BoardFilesRig
const undone: (() => Promise<void>)[] = []
/** Every wait that was begun, in milliseconds. */
const waits: number[] = []
const clock: Clock = {
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic(),
  random: () => systemClock.random(),
  after(ms, callback) {
    waits.push(ms)
    return systemClock.after(ms, callback)
  },
}

beforeAll(async () => {
  rig = await boardFilesRig({ clock, finally: (undo) => undone.unshift(undo) })
})

afterEach(async () => {
  rig.line.down = rig.line.up = undefined
  await rig.files.remove((await rig.files.list('/')).map((entry) => entry.path))
})

afterAll(async () => {
  for (const undo of undone) await undo()
})

/** Changes one byte of the line each time that so many have passed, `times` times. */
function harm(every: number, times: number): (bytes: Uint8Array) => Uint8Array {
  let passed = 0
  let done = 0
  return (bytes) => {
    passed += bytes.length
    if (done >= times || passed < every || bytes.length < 100) return bytes
    passed = 0
    done += 1
    const harmed = bytes.slice()
    harmed[bytes.length >> 1] = (harmed[bytes.length >> 1] ?? 0) ^ 0x20
    return harmed
  }
}

/** Takes one byte out of the line, once, when so many have passed. */
function lose(after: number): (bytes: Uint8Array) => Uint8Array {
  let passed = 0
  let isDone = false
  return (bytes) => {
    passed += bytes.length
    if (isDone || passed < after || bytes.length < 100) return bytes
    isDone = true
    return new Uint8Array([...bytes.subarray(0, 50), ...bytes.subarray(51)])
  }
}

describe('a line that harms what passes', () => {
  const bytes = noise(60_000)

  it('a changed byte on the way to the board: only that piece is sent again', async () => {
    await rig.files.writeFile('/first', noise(10))
    rig.line.begin()
    rig.line.down = harm(15_000, 3)
    expect(await rig.files.writeFile('/a', bytes)).toMatchObject({ sha256: sha256Of(bytes), proven: true })
    expect(rig.line.sent).toBeLessThan(bytes.length * 1.6)
  })

  it('a changed byte on the way from the board: only that piece is asked for again', async () => {
    await rig.files.writeFile('/a', bytes)
    rig.line.begin()
    rig.line.up = harm(20_000, 2)
    expect(Buffer.compare(await rig.files.readFile('/a'), bytes)).toBe(0)
    expect(rig.line.received).toBeLessThan(bytes.length * 1.3)
  })

  it('a lost byte on the way to the board: the save goes on where it was', async () => {
    await rig.files.writeFile('/first', noise(10))
    rig.line.begin()
    rig.line.down = lose(30_000)
    expect(await rig.files.writeFile('/a', bytes)).toMatchObject({ sha256: sha256Of(bytes), proven: true })
    expect(rig.line.sent).toBeLessThan(bytes.length * 1.5)
  })

  it('a lost byte on the way from the board: the rest is asked for again', async () => {
    await rig.files.writeFile('/a', bytes)
    rig.line.up = lose(30_000)
    expect(Buffer.compare(await rig.files.readFile('/a'), bytes)).toBe(0)
  })
})

it('a save that the cable’s end cut off goes on where the board had it, after the reconnect', async () => {
  const bytes = noise(200_000)
  const other = await boardFilesRig({ board: rig.board, finally: (undo) => undone.unshift(undo) }).catch(() => undefined)
  expect(other).toBeUndefined() // one cable at a time
  await rig.files.writeFile('/a', Buffer.from('old'))
  const gone = new AppError('port-gone', 'The cable was pulled')
  await expect(
    rig.files.writeFile('/a', bytes, {
      onProgress(done) {
        if (done > 120_000) rig.wire.reader.fail(gone)
      },
    }),
  ).rejects.toMatchObject({ code: 'port-gone' })
  await rig.port.close()
  rig = await boardFilesRig({ board: rig.board, clock, finally: (undo) => undone.unshift(undo) })
  const left = (await rig.files.list('/')).find(({ path }) => path === temporaryPath('/a'))
  expect(left?.size).toBeGreaterThan(100_000)
  expect(Buffer.from(await rig.files.readFile('/a')).toString()).toBe('old')
  rig.line.begin()
  await rig.files.writeFile('/a', bytes)
  expect(rig.line.sent).toBeLessThan(110_000)
  expect(sha256Of(await rig.files.readFile('/a'))).toBe(sha256Of(bytes))
  expect((await rig.files.list('/')).map(({ name }) => name)).toEqual(['a'])
})

it.each([0, 1, 20_000, 70_000])('a save called off after %d bytes leaves the old file, and nothing else', async (after) => {
  await rig.files.writeFile('/a', Buffer.from('old'))
  const stop = new AbortController()
  const saving = rig.files.writeFile('/a', noise(80_000), {
    signal: stop.signal,
    onProgress(done) {
      if (done >= after) stop.abort()
    },
  })
  await expect(saving).rejects.toMatchObject({ code: 'cancelled' })
  expect(Buffer.from(await rig.files.readFile('/a')).toString()).toBe('old')
  expect((await rig.files.list('/')).map(({ name }) => name)).toEqual(['a'])
  expect(await rig.exec('print(1+1)')).toBe('2\r\n')
})

it('a download called off leaves the board at its prompt', async () => {
  await rig.files.writeFile('/a', noise(150_000))
  const stop = new AbortController()
  const reading = rig.files.readFile('/a', {
    signal: stop.signal,
    onProgress(done) {
      if (done > 0) stop.abort()
    },
  })
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  expect(await rig.exec('print(1+1)')).toBe('2\r\n')
})

it('what a timer prints meanwhile reaches the user, and harms nothing', async () => {
  await rig.exec("from machine import Timer\n_t=Timer(0,period=3,callback=lambda t:print('tick'))")
  const bytes = noise(150_000)
  try {
    rig.stray = ''
    await rig.files.writeFile('/a', bytes)
    expect(sha256Of(await rig.files.readFile('/a'))).toBe(sha256Of(bytes))
    expect(rig.stray).toContain('tick')
    expect(rig.stray).toMatch(/^[tick\r\n]*$/)
  } finally {
    await rig.exec('_t.deinit()')
  }
})

it('a board with little memory left gets smaller pieces, or text, and the file whole', async () => {
  await rig.exec('import gc\n_b=[]\nwhile gc.mem_free()>24000:\n _b.append(bytearray(2000))\n gc.collect()')
  try {
    const bytes = noise(30_000)
    await rig.files.writeFile('/a', bytes)
    expect(sha256Of(await rig.files.readFile('/a'))).toBe(sha256Of(bytes))
  } finally {
    await rig.exec('del _b\ngc.collect()')
  }
})

it('an agent leaves nothing among the names of the user’s programs', async () => {
  const names = "print(sorted(n for n in globals() if n!='names'))"
  const before = await rig.exec(names)
  await rig.files.writeFile('/a', noise(20_000))
  await rig.files.readFile('/a')
  expect(await rig.exec(names)).toBe(before)
})

it('nothing polls: no wait under 50 ms while files are saved, read, listed and code is run', async () => {
  waits.length = 0
  await rig.files.writeFile('/a', noise(50_000))
  await rig.files.writeFile('/b.py', Buffer.from('x = 1\n'.repeat(3_000)))
  await rig.files.readFile('/a')
  await rig.files.listTree('/', { hashes: true })
  await rig.files.list('/')
  await rig.exec('pass')
  expect(waits.length).toBeGreaterThan(10)
  expect(waits.filter((ms) => ms < 50)).toEqual([])
})
