import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, virtualCable } from '../rig/sessionCables'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a session with the built-in board', () => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await virtualCable()
    bench = cable.bench
  })

  afterEach(async () => {
    await cable.dispose()
  })

  it('connecting sends nothing, and the prompt is recognised when it appears', async () => {
    const session = await cable.openReady()
    expect(bench.wire?.sent).toBe('')
    expect(bench.screen).toMatch(/^\[Virtual board · \d+:\d\d · Nothing sent\]\n/)
    expect(session.snapshot()).toMatchObject({ greeting: 'prompt', canHardReset: true, watchOnly: false })
  })

  it('a board left at its prompt shows it again when connected again', async () => {
    const first = await cable.openReady()
    await first.close()
    const again = await bench.open()
    await bench.reach(again, 'ready')
    await bench.shows(/Nothing sent\][^]*>>> $/)
  })

  it('a hard reset ends the program, keeps the files and leads to a prompt', async () => {
    const session = await cable.openReady()
    await session.writeFile('/a.py', bytesOf('1'), 'refuse')
    const running = session.run('loop.py', 'print("go")\nwhile True:\n  pass\n', 'refuse')
    await bench.shows('go\r\n')
    await session.hardReset()
    expect((await running).kind).toBe('lost')
    await bench.reach(session, 'ready')
    await bench.shows(/\[Hard reset\]\n[^]*MicroPython[^]*>>> $/)
    expect(textOf(await session.readFile('/a.py', 'refuse'))).toBe('1')
  })

  it('a hard reset gets a board back that ignores Ctrl-C', async () => {
    const session = await cable.openReady()
    const stubborn = 'import micropython\nmicropython.kbd_intr(-1)\nprint("go")\nwhile True:\n  pass\n'
    const running = session.run('stubborn.py', stubborn, 'refuse')
    await bench.shows('go\r\n')
    const stopping = session.stop()
    stopping.catch(() => undefined)
    await bench.until(() => session.snapshot().interruptIgnored, 'the offer of a hard reset', 3_000)
    await session.hardReset()
    expect((await running).kind).toBe('lost')
    await bench.reach(session, 'ready')
    expect(session.snapshot().interruptIgnored).toBe(false)
    await bench.type(session, 'print("alive")\r')
    await bench.shows('\nalive\r\n>>> ')
  })
})
