import { afterEach, describe, expect, it } from 'vitest'
import { AppError, hasCode } from '../../shared/errors'
import type { BoardSession } from '../../main/board/boardSession'
import { type Cable, serialCable } from '../rig/sessionCables'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const LOOP = 'import time\nwhile True:\n  print("tick")\n  time.sleep_ms(5)\n'
/** What may be said to a hurried user; anything else is a bug. */
const EXPECTED = [
  'cancelled',
  'port-gone',
  'not-connected',
  'needs-prompt',
  'no-prompt',
  'busy',
  'watch-only',
  'port-not-found',
  'port-busy',
  'timeout',
] as const
const CLICKS = 200
const LONGEST_GAP_MS = Number(process.env.PERFBOARD_TEST_GAP ?? '60')
/** Longer than any single limit of a session. */
const SETTLE_MS = 15_000

/** Numbers from 0 up to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}

describe('a user who clicks faster than anything can happen', () => {
  let cable: Cable | undefined

  afterEach(async () => {
    await cable?.dispose()
  })

  it.each(seeds())('ends with a board that works, seed %d', async (seed) => {
    cable = await serialCable()
    const { bench } = cable
    const random = randomFrom(seed)
    const portPath = (): string => bench.ports[0]?.path ?? path
    let path = cable.port.path
    const history: string[] = []
    const pending = new Map<string, Promise<void>>()
    let session: BoardSession = await cable.openReady()
    let count = 0

    const open = async (): Promise<void> => {
      const { id } = await bench.sessions.open(portPath())
      session = bench.sessions.get(id)
    }
    let plugged: Promise<void> | undefined = Promise.resolve()
    const whole = cable
    const pull = async (): Promise<void> => {
      if (plugged === undefined) return
      const before = plugged
      plugged = undefined
      await before
      path = portPath()
      await whole.pull()
    }
    const plugIn = async (): Promise<void> => {
      if (plugged !== undefined || bench.ports.length > 0) return
      plugged = whole.plugIn()
      await plugged
    }
    const cancelShown = (): Promise<void> => {
      const { state } = session.snapshot()
      if (state.kind === 'working') session.cancelJob(state.job.id)
      return Promise.resolve()
    }
    const clicks: [name: string, weight: number, click: () => Promise<unknown>][] = [
      ['connect', 3, open],
      ['disconnect', 1, () => session.close()],
      ['get the prompt', 2, () => session.getPrompt()],
      ['run a loop', 4, () => session.run('loop.py', LOOP, 'stop')],
      ['run once', 3, () => session.run('once.py', 'print("once")\n', random() < 0.5 ? 'refuse' : 'stop')],
      ['stop', 6, () => session.stop()],
      [
        'save',
        4,
        () => session.writeFile('/a.py', bytesOf('x = 1\n'.repeat(Math.floor(random() * 4_000))), random() < 0.5 ? 'restart' : 'stop'),
      ],
      ['list', 2, () => session.list('/', random() < 0.5 ? 'refuse' : 'restart')],
      ['cancel', 3, cancelShown],
      ['soft reset', 1, () => session.softReset()],
      ['type', 3, () => bench.type(session, random() < 0.3 ? '\u0003' : 'print(1)\r')],
      ['pull', 1, pull],
      ['plug in', 2, plugIn],
      ['paste', 1, () => session.paste('a = 1\nb = 2\n')],
    ]
    const weights = clicks.flatMap((click) => Array.from({ length: click[1] }, () => click))

    for (let done = 0; done < CLICKS; done += 1) {
      const [name, , click] = weights[Math.floor(random() * weights.length)] ?? clicks[0] ?? ['connect', 1, open]
      const label = `${++count} ${name}`
      history.push(`${label} (${session.snapshot().state.kind})`)
      const settled = click().then(
        () => undefined,
        (error: unknown) => {
          if (!hasCode(error, ...EXPECTED)) throw new AppError('internal', `${label}: ${String(error)}`, {}, { cause: error })
        },
      )
      pending.set(
        label,
        settled.finally(() => pending.delete(label)),
      )
      pending.get(label)?.catch(() => undefined) // looked at below
      await new Promise((resolve) => setTimeout(resolve, random() < 0.5 ? 0 : random() * LONGEST_GAP_MS))
    }

    const all = [...pending.values()]
    // Whatever still runs is the last loop: Stop ends it.
    const ends = performance.now() + SETTLE_MS
    while (pending.size > 0 && performance.now() < ends) {
      await session.stop().catch(() => undefined)
      await Promise.race([...pending.values(), new Promise((resolve) => setTimeout(resolve, 100))])
    }
    await Promise.all(all)
    expect([...pending.keys()], history.slice(-40).join('\n')).toEqual([])
    await plugIn()
    await bench.until(() => session.snapshot().state.kind !== 'lost', 'the board to come back')
    expect(['closed', 'attached', 'ready', 'running']).toContain(session.snapshot().state.kind)
    await open()
    await session.stop()
    expect(session.snapshot().state.kind, history.slice(-40).join('\n')).toBe('ready')
    await session.writeFile('/proof.py', bytesOf(`print(${seed})`), 'refuse')
    expect(Buffer.from(await session.readFile('/proof.py', 'refuse')).toString()).toBe(`print(${seed})`)
    expect(bench.sessions.list()).toHaveLength(1)
  })
})

/** One seed a run; more for a search by hand. */
function seeds(): number[] {
  const first = Number(process.env.PERFBOARD_TEST_SEED ?? '7')
  return Array.from({ length: Number(process.env.PERFBOARD_TEST_SEEDS ?? '1') }, (_, index) => first + index)
}
