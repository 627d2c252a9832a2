import { execFileSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { closeSync, constants, openSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { UnixPipe } from '../../../main/transport/unixPipe'
import { WRITE_STALL_MS } from '../../../main/transport/transport'
import { FakeClock } from '../../rig/fakeClock'
import { temporaryFolder } from '../../rig/temporaryFolder'

const READABLE = 1
const WRITABLE = 2

/** A named pipe in the place of the port: what is written can be read again, and it takes no more than the system's buffer. The poller is played by the test. */
async function looped() {
  const place = path.join(await temporaryFolder(), 'port')
  execFileSync('mkfifo', [place])
  const fd = openSync(place, constants.O_RDWR | constants.O_NONBLOCK)
  onTestFinished(() => closeSync(fd))
  const events = new EventEmitter()
  const asked: number[] = []
  const poller = {
    on: (event: string, listener: (error: Error | null) => void) => events.on(event, listener),
    poll: (mask: number) => void asked.push(mask),
  }
  const none = () => Promise.reject(new Error('not here'))
  const port = { fd, poller, read: none, write: none, set: none, get: none, flush: none, close: none }
  const clock = new FakeClock()
  return {
    pipe: new UnixPipe(port, clock),
    clock,
    asked,
    tell: (event: 'readable' | 'writable', error: Error | null = null) => events.emit(event, error),
  }
}

const large = Uint8Array.from({ length: 200_000 }, (_unused, index) => (index * 31) & 0xff)

test('what a board prints is read while it takes nothing: waiting to write never stops the listening', async () => {
  const { pipe, asked, tell } = await looped()
  let back = Buffer.alloc(0)
  const reading = (async () => {
    while (back.length < large.length) back = Buffer.concat([back, await pipe.read()])
  })()
  const writing = pipe.write(large)
  const both = READABLE | WRITABLE
  expect(asked.at(-1)).toBe(both)
  tell('readable')
  await vi.waitUntil(() => asked.at(-1) === both) // it has read, listens again, and still waits to write
  expect(back.length).toBeGreaterThan(0)
  while (back.length < large.length) {
    tell('writable')
    await new Promise(setImmediate)
    tell('readable')
    await new Promise(setImmediate)
  }
  await reading
  await writing
  expect(Buffer.compare(back, large)).toBe(0)
})

test('a stalled write fails by its limit, and each byte that is taken begins the limit anew', async () => {
  const { pipe, clock, tell } = await looped()
  let outcome: unknown = 'waiting'
  void pipe.write(large).catch((thrown: unknown) => {
    outcome = thrown
  })
  await clock.advance(WRITE_STALL_MS - 1)
  const read = pipe.read()
  tell('readable')
  await read
  tell('writable')
  await clock.advance(WRITE_STALL_MS - 1)
  expect(outcome).toBe('waiting')
  await clock.advance(1)
  expect(outcome).toMatchObject({ code: 'timeout' })
})

test('a port that vanishes ends the read and the write that wait for it', async () => {
  const { pipe, tell } = await looped()
  const read = pipe.read().catch((thrown: unknown) => thrown)
  const write = pipe.write(large).catch((thrown: unknown) => thrown)
  tell('readable', new Error('bad file descriptor'))
  tell('writable', new Error('bad file descriptor'))
  expect(await Promise.all([read, write])).toEqual([expect.any(Error), expect.any(Error)])
})
