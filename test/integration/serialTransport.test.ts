import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BindingPipe } from '../../main/transport/bindingPipe'
import { loadSerialBinding } from '../../main/transport/serialBinding'
import { SerialTransport } from '../../main/transport/serialTransport'
import { systemClock } from '../../shared/clock'
import { type SocatPair, startSocatPair } from '../rig/socatPair'

let pair: SocatPair
const opened: SerialTransport[] = []

beforeEach(async () => {
  pair = await startSocatPair()
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map((port) => port.close()))
  await pair.dispose()
})

/** A transport with everything that it reported. */
function watched(portPath: string) {
  const port = new SerialTransport(portPath)
  opened.push(port)
  const seen = { bytes: Buffer.alloc(0), gone: [] as string[] }
  port.onData((bytes) => {
    seen.bytes = Buffer.concat([seen.bytes, bytes])
  })
  port.onGone(({ reason }) => seen.gone.push(reason))
  return { port, seen }
}

async function openBoth() {
  const near = watched(pair.a)
  const far = watched(pair.b)
  await Promise.all([near.port.open(), far.port.open()])
  return { near, far }
}

/** Root may open everything: there, the work is done as the user `nobody`. */
async function asAnotherUser(work: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) {
    await work()
    return
  }
  await chmod(path.dirname(pair.a), 0o755)
  process.seteuid?.('nobody')
  try {
    await work()
  } finally {
    process.seteuid?.(0)
  }
}

const every = Uint8Array.from({ length: 256 }, (_unused, index) => index)
const large = Uint8Array.from({ length: 300 * 1024 }, (_unused, index) => (index * 31 + (index >> 8)) & 0xff)
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const wait = { timeout: 10_000, interval: 5 }

describe('bytes', () => {
  test('every byte value passes unchanged, both ways', async () => {
    const { near, far } = await openBoth()
    await Promise.all([near.port.write(every), far.port.write(every)])
    await vi.waitUntil(() => near.seen.bytes.length >= 256 && far.seen.bytes.length >= 256, wait)
    expect(Uint8Array.from(far.seen.bytes)).toEqual(every)
    expect(Uint8Array.from(near.seen.bytes)).toEqual(every)
  })

  test.each([1, 2, 7, 4096, 300 * 1024])('a file of 300 KB arrives whole and in order when it is sent in pieces of %d', async (size) => {
    const { near, far } = await openBoth()
    const sent = size < 7 ? large.subarray(0, 8_000) : large
    const writes: Promise<void>[] = []
    for (let at = 0; at < sent.length; at += size) writes.push(near.port.write(sent.subarray(at, at + size)))
    await Promise.all(writes)
    await vi.waitUntil(() => far.seen.bytes.length >= sent.length, wait)
    expect(sha(far.seen.bytes)).toBe(sha(sent))
  })

  test('two sides that both send without pause do not stall each other', async () => {
    const { near, far } = await openBoth()
    await Promise.all([near.port.write(large), far.port.write(large)])
    await vi.waitUntil(() => near.seen.bytes.length >= large.length && far.seen.bytes.length >= large.length, wait)
    expect([sha(near.seen.bytes), sha(far.seen.bytes)]).toEqual([sha(large), sha(large)])
  })

  test('nothing is lost when the window pauses the port after every piece', async () => {
    const { near, far } = await openBoth()
    far.port.onData(() => {
      far.port.pause()
      setImmediate(() => far.port.resume())
    })
    await near.port.write(large)
    await vi.waitUntil(() => far.seen.bytes.length >= large.length, wait)
    expect(sha(far.seen.bytes)).toBe(sha(large))
  })

  test('a board that takes nothing makes a write fail by its limit, and disconnecting still works at once', async () => {
    const { near, far } = await openBoth()
    far.port.pause()
    await expect(near.port.write(large)).rejects.toMatchObject({ code: 'timeout' })
    const begin = performance.now()
    await near.port.close()
    expect(performance.now() - begin).toBeLessThan(2_000)
    expect(near.seen.gone).toEqual([])
  })

  test('the pieces that Windows is served with carry a file unchanged too', async () => {
    const far = watched(pair.b)
    await far.port.open()
    const port = await (await loadSerialBinding()).open({ path: pair.a, baudRate: 9_600, hupcl: false, lock: true })
    const pipe = new BindingPipe(port, systemClock, 9_600)
    await pipe.write(large)
    await vi.waitUntil(() => far.seen.bytes.length >= large.length, wait)
    expect(sha(far.seen.bytes)).toBe(sha(large))
    await far.port.write(every)
    let back = Buffer.alloc(0)
    while (back.length < 256) back = Buffer.concat([back, await pipe.read()])
    expect(Uint8Array.from(back)).toEqual(every)
    await port.close()
  })
})

describe('opening', () => {
  test('connecting sends nothing, so that a running program goes on', async () => {
    const far = watched(pair.b)
    await far.port.open()
    const near = watched(pair.a)
    await near.port.open()
    await near.port.close()
    const again = watched(pair.a)
    await again.port.open()
    await again.port.write(every)
    await vi.waitUntil(() => far.seen.bytes.length >= 256, wait)
    expect(Uint8Array.from(far.seen.bytes)).toEqual(every)
  })

  test('disconnecting does not drop DTR, which would reset the board', async () => {
    execFileSync('stty', ['-F', pair.a, 'hupcl'])
    await watched(pair.a).port.open()
    expect(execFileSync('stty', ['-F', pair.a, '-a'], { encoding: 'utf8' })).toMatch(/ -hupcl/)
  })

  test('a port without signal lines says so instead of pretending', async () => {
    const { port } = watched(pair.a)
    await port.open()
    expect(port.hasSignals).toBe(false)
    await expect(port.setSignals({ dtr: false })).rejects.toMatchObject({ code: 'not-available' })
  })

  test('a second opening says that the port is in use, and by whom', async () => {
    await watched(pair.a).port.open()
    const error: unknown = await watched(pair.a)
      .port.open()
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'port-busy', details: { port: pair.a, holder: 'Perfboard' } })
  })

  test('the port is free again after a refused opening and after a close', async () => {
    const first = watched(pair.a)
    await first.port.open()
    await expect(watched(pair.a).port.open()).rejects.toMatchObject({ code: 'port-busy' })
    await first.port.close()
    await watched(pair.a).port.open()
  })

  test('a port that is not there, and a file that is no port, are told apart', async () => {
    await expect(watched(`${pair.a}-none`).port.open()).rejects.toMatchObject({
      code: 'port-not-found',
      details: { port: `${pair.a}-none` },
    })
    const file = path.join(path.dirname(pair.a), 'file')
    await writeFile(file, 'text')
    await expect(watched(file).port.open()).rejects.toMatchObject({ code: 'port-failed' })
  })

  test('a port without permission names the group that may use it', async () => {
    const node = await stat(pair.a)
    await chmod(pair.a, 0o000)
    const group = execFileSync('getent', ['group', String(node.gid)], { encoding: 'utf8' }).split(':')[0]
    await asAnotherUser(async () => {
      await expect(watched(pair.a).port.open()).rejects.toMatchObject({ code: 'port-permission', details: { port: pair.a, group } })
    })
  })

  test('closing while it opens ends the opening and leaves the port free', async () => {
    const { port } = watched(pair.a)
    const opening = port.open()
    const closing = port.close()
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' })
    await closing
    await watched(pair.a).port.open()
  })
})

describe('a port that vanishes', () => {
  test('is noticed at once while it is read, once, and closing resolves', async () => {
    const { near } = await openBoth()
    const begin = performance.now()
    await pair.vanish()
    await vi.waitUntil(() => near.seen.gone.length > 0, wait)
    expect(performance.now() - begin).toBeLessThan(500)
    await expect(near.port.write(every)).rejects.toMatchObject({ code: 'port-gone' })
    await near.port.close()
    expect(near.seen.gone).toHaveLength(1)
  })

  test('is noticed in the middle of a flood, and what came before is kept', async () => {
    const { near, far } = await openBoth()
    const flood = far.port.write(new Uint8Array(20_000_000)).catch((thrown: unknown) => thrown)
    await vi.waitUntil(() => near.seen.bytes.length > 100_000, wait)
    await pair.vanish()
    await vi.waitUntil(() => near.seen.gone.length > 0, wait)
    expect(await flood).toMatchObject({ code: 'port-gone' })
    await near.port.close()
    expect(near.seen.gone).toHaveLength(1)
  })

  test('is noticed while it is paused, and the bytes that had come are delivered first', async () => {
    const { near, far } = await openBoth()
    near.port.pause()
    await far.port.write(every)
    await near.port.write(every) // when it has come through, so have the bytes of the other way
    await vi.waitUntil(() => far.seen.bytes.length === 256, wait)
    expect(near.seen.bytes).toHaveLength(0)
    let before = -1
    near.port.onGone(() => {
      before = near.seen.bytes.length
    })
    await pair.vanish()
    await vi.waitUntil(() => before >= 0, wait)
    expect(before).toBe(256)
    await near.port.close()
    expect(near.seen.gone).toHaveLength(1)
  })

  test('ends a write that was under way, and those that wait behind it', async () => {
    const { near, far } = await openBoth()
    far.port.pause()
    const writes = [near.port.write(large), near.port.write(every)].map((write) => write.catch((thrown: unknown) => thrown))
    await pair.vanish()
    expect(await Promise.all(writes)).toEqual([
      expect.objectContaining({ code: 'port-gone' }),
      expect.objectContaining({ code: 'port-gone' }),
    ])
    await near.port.close()
    expect(near.seen.gone).toHaveLength(1)
  })

  test('while it opens is an error or a loss, never a port that seems open', async () => {
    const near = watched(pair.a)
    const opening = near.port.open().then(
      () => 'open',
      () => 'failed',
    )
    await pair.vanish()
    if ((await opening) === 'open') await vi.waitUntil(() => near.seen.gone.length === 1, wait)
    await expect(near.port.write(every)).rejects.toMatchObject({ code: expect.stringMatching(/^port-gone|cancelled$/) as string })
    await near.port.close()
  })
})
