import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, serialCable, virtualCable } from '../rig/sessionCables'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
/** A start-up file that locks its user out, after the few milliseconds that any import takes. */
const LOCKED = 'import micropython, time\ntime.sleep_ms(120)\nmicropython.kbd_intr(-1)\nprint("locked")\nwhile True: pass\n'
/** One that sleeps without reading anything. */
const ASLEEP = 'import time\nprint("asleep")\ntime.sleep(3600)\n'

describe('a board whose main.py ignores Ctrl-C', () => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await virtualCable()
    bench = cable.bench
  })

  afterEach(() => cable.dispose())

  it('is caught when it starts, and its main.py can be deleted', async () => {
    const session = await cable.openReady()
    await session.writeFile('/main.py', bytesOf(LOCKED), 'refuse')
    await session.hardReset()
    await bench.shows('locked')
    await expect(session.getPrompt()).rejects.toMatchObject({ code: 'no-prompt' })
    expect(session.snapshot().unanswered).toContain('Ctrl-C')
    const caught = session.rescue('catch')
    await bench.until(() => session.snapshot().state.kind === 'working', 'the job')
    await expect(session.rescue('catch')).rejects.toMatchObject({ code: 'busy' })
    await session.hardReset()
    await caught
    expect(session.snapshot()).toMatchObject({ state: { kind: 'ready' }, unanswered: null })
    await bench.shows(/\[Caught\.[^\n]*\n>>> $/)
    await session.remove(['/main.py'], 'refuse')
    expect((await session.list('/', 'refuse')).entries).toEqual([])
  }, 30_000)

  it('is let go when the user calls it off, and can be caught later', async () => {
    const session = await cable.openReady()
    await session.writeFile('/main.py', bytesOf(LOCKED), 'refuse')
    await session.hardReset()
    await bench.shows('locked')
    const waiting = session.rescue('catch')
    const calledOff = expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    await bench.until(() => session.snapshot().state.kind === 'working', 'the job')
    await session.stop()
    await calledOff
    await bench.reach(session, 'attached')
    const caught = session.rescue('catch')
    await bench.until(() => session.snapshot().state.kind === 'working', 'the job')
    await session.hardReset()
    await caught
    await bench.reach(session, 'ready')
  }, 30_000)

  it('is begun anew by Ctrl-D at a prompt that doesn’t show', async () => {
    const session = await cable.openReady()
    await session.writeFile('/main.py', bytesOf(ASLEEP), 'refuse')
    await session.rescue('soft-reset')
    await bench.shows('soft reboot')
    await bench.reach(session, 'ready')
  })
})

describe('a board that is plugged in again while it is waited for', () => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await serialCable()
    bench = cable.bench
  })

  afterEach(() => cable.dispose())

  it('is caught, although its port went and came back elsewhere', async () => {
    const session = await cable.openReady()
    await session.run('sleep.py', 'print(1)\n', 'refuse')
    await bench.type(session, 'import time; time.sleep(3600)\r')
    await bench.reach(session, 'running')
    const caught = session.rescue('catch')
    await bench.until(() => session.snapshot().state.kind === 'working', 'the job')
    await cable.pull()
    await bench.shows('Waiting for it to come back')
    expect(session.snapshot().state.kind).toBe('working')
    await cable.plugIn()
    await caught
    await bench.reach(session, 'ready')
    await bench.type(session, 'print(6*7)\r')
    await bench.shows('\n42\r\n')
  })

  it('runs a program all the same when the soft reset before it takes the port away', async () => {
    bench.settings = { ...bench.settings, cleanRun: true }
    const session = await cable.openReady()
    const tap = bench.wire
    if (tap === undefined) throw new Error('no wire')
    const before = tap.sent.length
    tap.pullWhen = (sent) => sent.slice(before).endsWith('\x04')
    const running = session.run('usb.py', 'print("ran")\n', 'refuse')
    await bench.shows('Trying once more when it is back')
    await cable.plugIn()
    expect((await running).kind).toBe('ended')
    await bench.shows(/\[Run usb\.py[^]*\nran\r\n/)
  })

  it('may be let go while it is away: then it is waited for as before', async () => {
    const session = await cable.openReady()
    const waiting = session.rescue('catch')
    const calledOff = expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    await cable.pull()
    await bench.shows('Waiting for it to come back')
    await session.stop()
    await calledOff
    expect(session.snapshot().state.kind).toBe('lost')
    await cable.plugIn()
    await bench.shows(/\[Back \d+:\d\d\]/)
    await session.getPrompt()
    await bench.reach(session, 'ready')
  })
})
