import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../main/board/boardSession'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, serialCable, virtualCable } from '../rig/sessionCables'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const GONE = /\[Gone \d+:\d\d\. Waiting for it to come back\.\]/

describe.each([
  ['the virtual board', virtualCable],
  ['a serial port', serialCable],
])('%s vanishes', (_name, lay) => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await lay()
    bench = cable.bench
  })

  afterEach(async () => {
    await cable.dispose()
  })

  /** Plugs in and proves that the session goes on as it was. */
  async function comesBack(session: BoardSession): Promise<void> {
    const { screen } = bench
    await cable.plugIn()
    await bench.until(
      () => session.snapshot().state.kind === 'attached' || session.snapshot().state.kind === 'ready',
      'the board to come back',
    )
    await bench.shows(/\[Back \d+:\d\d\]/)
    expect(bench.screen.startsWith(screen)).toBe(true)
    await session.getPrompt()
    await bench.type(session, 'print("still", "here")\r')
    await bench.shows('\nstill here\r\n>>> ')
  }

  it('while it is ready: said at once, scrollback kept, and the session goes on when it is back', async () => {
    const session = await cable.openReady()
    await bench.type(session, 'print("kept")\r')
    await bench.shows('\nkept\r\n')
    await cable.pull()
    await bench.reach(session, 'lost', 1_000)
    await bench.shows(GONE)
    await expect(session.list('/', 'stop')).rejects.toMatchObject({ code: 'port-gone' })
    await expect(bench.type(session, 'x')).rejects.toMatchObject({ code: 'port-gone' })
    await comesBack(session)
    expect(bench.screen).toContain('\nkept\r\n')
  })

  it('while it is only watched: nothing is sent when it is back', async () => {
    bench.memories.set('usb:2E8A:0005:E66', { greeting: 'watch', listings: [] })
    const session = await bench.open()
    await cable.pull()
    await bench.reach(session, 'lost', 1_000)
    await cable.plugIn()
    await bench.shows(/\[Back \d+:\d\d\]/)
    expect(bench.wire?.sent).toBe('')
    await session.getPrompt()
    expect(session.snapshot().state.kind).toBe('ready')
  })

  it('while a program runs: the run ends as lost, and the board can be used again', async () => {
    const session = await cable.openReady()
    const running = session.run('loop.py', 'import time\nprint("go")\nwhile True:\n  time.sleep_ms(20)\n', 'refuse')
    await bench.shows('go\r\n')
    await cable.pull()
    expect((await running).kind).toBe('lost')
    expect(session.snapshot().state).toMatchObject({ kind: 'lost', during: 'loop.py' })
    await comesBack(session)
  })

  it('in the moment of Run: nothing waits for a program that never began', async () => {
    const session = await cable.openReady()
    await bench.type(session, 'x') // the run waits for its echo
    const running = session.run('never.py', 'print("never")\n', 'refuse')
    const refused = expect(running).rejects.toMatchObject({ code: expect.stringMatching(/port-gone|not-connected/) as string })
    await cable.pull()
    await refused
    await bench.reach(session, 'lost', 1_000)
    await comesBack(session)
  })

  it('while a file is saved: the old version stays whole, and the error says so', async () => {
    const session = await cable.openReady()
    await session.writeFile('/data.txt', bytesOf('the old text'), 'refuse')
    const saving = session.writeFile('/data.txt', new Uint8Array(randomBytes(600_000)), 'refuse')
    saving.catch(() => undefined)
    await bench.until(() => {
      const { state } = session.snapshot()
      return state.kind === 'working' && (state.job.progress?.done ?? 0) > 0
    }, 'progress')
    await cable.pull()
    await expect(saving).rejects.toMatchObject({ code: 'port-gone', details: { path: '/data.txt', holds: 'old', board: cable.port.name } })
    expect(session.snapshot().state).toMatchObject({ kind: 'lost', during: 'Saving data.txt. /data.txt holds the old version' })
    await comesBack(session)
    expect(textOf(await session.readFile('/data.txt', 'refuse'))).toBe('the old text')
  })

  it('at any point of a save: the file is the old version or the new one, never anything else', async () => {
    const session = await cable.openReady()
    const versions = ['first version', 'second version, a little longer', 'third']
    await session.writeFile('/data.txt', bytesOf(versions[0] ?? ''), 'refuse')
    let holds = versions[0] ?? ''
    for (const [round, next] of versions.slice(1).entries()) {
      const { wire } = bench
      if (wire === undefined) throw new Error('no wire')
      const start = wire.sent.length
      wire.pullWhen = (sent) => sent.slice(start).includes(round === 0 ? 'rename' : 'sha256')
      bench.isAway = true
      const thrown: unknown = await session.writeFile('/data.txt', bytesOf(next), 'refuse').catch((error: unknown) => error)
      expect(thrown).toMatchObject({ code: 'port-gone', details: { path: '/data.txt' } })
      await bench.reach(session, 'lost', 1_000)
      bench.isAway = false
      await cable.plugIn()
      await bench.until(() => session.snapshot().state.kind !== 'lost', 'the board to come back')
      await session.getPrompt()
      const found = textOf(await session.readFile('/data.txt', 'refuse'))
      expect([holds, next]).toContain(found)
      holds = found
    }
  })

  it('while nothing helps any more: Disconnect ends the waiting', async () => {
    const session = await cable.openReady()
    await cable.pull()
    await bench.reach(session, 'lost', 1_000)
    const asked = performance.now()
    await session.close()
    expect(performance.now() - asked).toBeLessThan(3_000)
    expect(bench.sessions.list()).toEqual([])
  })
})
