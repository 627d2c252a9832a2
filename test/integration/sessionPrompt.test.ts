import { afterEach, describe, expect, it } from 'vitest'
import type { PortInfo } from '../../shared/board'
import { systemClock } from '../../shared/clock'
import { SerialTransport } from '../../main/transport/serialTransport'
import { Workspace } from '../../main/workspace/workspace'
import { startForeignPort } from '../rig/foreignPort'
import { SessionBench } from '../rig/sessionBench'
import { type Cable, serialCable } from '../rig/sessionCables'
import { temporaryFolder } from '../rig/temporaryFolder'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const undo: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

async function board(): Promise<Cable> {
  const cable = await serialCable()
  undo.push(() => cable.dispose())
  return cable
}

/** A session with a port behind which a program of the system runs. */
async function foreign(command: string): Promise<SessionBench> {
  const port = await startForeignPort(command)
  undo.push(() => port.dispose())
  const info: PortInfo = { path: port.path, kind: 'serial', name: 'Thing', hasHardwareId: false }
  const bench = new SessionBench(
    info,
    ({ path }) => new SerialTransport(path, { clock: systemClock }),
    new Workspace({ grantsFile: `${await temporaryFolder()}/grants.json` }),
  )
  undo.push(() => bench.dispose())
  return bench
}

describe('a board with a prompt of its own', () => {
  it('is worked with like any other, and its prompt stays as it is', async () => {
    const { bench, ...cable } = await board()
    const first = await cable.openReady()
    await bench.type(first, 'import sys; sys.ps1 = "--> "\r')
    await bench.shows(/--> $/)
    await first.close()
    const session = await bench.open()
    await session.getPrompt()
    expect(session.snapshot().state.kind).toBe('ready')
    await bench.type(session, 'print(6 * 7')
    await bench.shows('--> print(6 * 7')
    await session.writeFile('/a.py', bytesOf('x = 1\n'), 'refuse')
    await bench.type(session, ')\r')
    await bench.shows('--> print(6 * 7)\r\n42\r\n--> ')
    expect((await session.run('hello.py', 'print("hello")\n', 'refuse')).kind).toBe('ended')
    await bench.shows(/hello\r\n\[Ended[^]*\]\n(>>>|-->) $/)
    expect(session.snapshot().state.kind).toBe('ready')
  })
})

describe('a port that is not MicroPython', () => {
  // At the same time, because each waits for the whole ladder.
  it('is called so within the limit, whether it echoes, talks or makes noise, and can be watched on', async () => {
    const things = [
      { command: 'cat', details: { echo: true }, shown: 'Thing' },
      { command: 'yes temperature 21.5', details: { said: 'temperature 21.5' }, shown: 'temperature 21.5' },
      { command: 'cat /dev/urandom', details: { binary: true }, shown: '' },
    ]
    const judged = things.map(async ({ command, details, shown }) => {
      const bench = await foreign(command)
      const session = await bench.open()
      const asked = performance.now()
      await expect(session.getPrompt()).rejects.toMatchObject({ code: 'not-micropython', details })
      expect(performance.now() - asked).toBeLessThan(7_000)
      expect(session.snapshot().state.kind).toBe('attached')
      await bench.shows(shown)
      await session.close()
    })
    const kept = async (): Promise<void> => {
      const bench = await foreign('cat')
      bench.memories.set(`port:${bench.ports[0]?.path ?? ''}`, { greeting: 'prompt', listings: [] })
      await bench.open()
      await bench.shows(/\[No prompt: What is connected talks, but not MicroPython\. Tried Ctrl-C/)
    }
    await Promise.all([...judged, kept()])
  })
})

describe('what waits for a job', () => {
  it('is called off with it', async () => {
    const { bench, ...cable } = await board()
    const session = await cable.openReady()
    const saving = session.writeFile('/big.bin', new Uint8Array(200_000), 'refuse')
    const waiting = [session.list('/', 'refuse'), session.writeFile('/next.py', bytesOf('1'), 'refuse')]
    const all = Promise.all([saving, ...waiting].map((job) => expect(job).rejects.toMatchObject({ code: 'cancelled' })))
    await bench.until(() => session.snapshot().state.kind === 'working', 'the job')
    const { state } = session.snapshot()
    session.cancelJob(state.kind === 'working' ? state.job.id + 1 : 0)
    session.cancelJob(state.kind === 'working' ? state.job.id : 0)
    await all
    await bench.reach(session, 'ready')
    expect((await session.list('/', 'refuse')).entries).toEqual([])
  })
})

describe('several lines pasted', () => {
  it('into an unfinished block are refused, and the block stays', async () => {
    const { bench, ...cable } = await board()
    const session = await cable.openReady()
    await bench.type(session, 'for i in range(2):\r')
    await bench.shows(/\.\.\. +$/)
    await expect(session.paste('a = 1\nb = 2\n')).rejects.toMatchObject({ code: 'needs-prompt', details: { typing: true } })
    await bench.type(session, 'print("n", i)\r\r\r\r')
    await bench.shows('n 0\r\nn 1\r\n')
  })

  it('into paste mode go on at the board’s pace, and wait for the user’s Ctrl-D', async () => {
    const { bench, ...cable } = await board()
    const session = await cable.openReady()
    await bench.type(session, '\u0005')
    await bench.shows(/=== $/)
    await session.paste(`total = 0\n${'total += 1\n'.repeat(200)}`)
    await bench.type(session, 'print("total", total)\u0004')
    await bench.shows('\ntotal 200\r\n>>> ')
    await bench.reach(session, 'ready')
  })
})
