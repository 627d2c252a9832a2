import { describe, expect, it } from 'vitest'
import { RawRepl } from '../../../main/protocol/rawRepl'
import { FakeClock, passTimeUntil, settle } from '../../rig/fakeClock'
import { BANNER, BOOT, type ReplBehaviour, rawReplPeer } from '../../rig/rawReplPeer'
import type { ScriptedPeer } from '../../rig/scriptedPeer'

const healthy: ReplBehaviour = { paste: 'yes', window: 128, run: (code) => `got ${code.length}\r\n\x04\x04>` }
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

async function enter(behaviour: ReplBehaviour, cut = Infinity) {
  const clock = new FakeClock()
  const peer = rawReplPeer(clock, behaviour)
  peer.cut = cut
  return { clock, peer, repl: await passTimeUntil(clock, RawRepl.enter(peer)) }
}

/** From now on the board prints this again and again, whatever else it does. */
function chatter(clock: FakeClock, peer: ScriptedPeer, everyMs: number, words: string): void {
  clock.after(everyMs, () => {
    peer.send(words)
    chatter(clock, peer, everyMs, words)
  })
}

/** Numbers from a seed, at least 0 and below `below`. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % below
  }
}

describe('code on its way to a board', () => {
  // The peer throws when more is sent than its window allows.
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('arrives whole whatever the window and the pieces: seed %d', async (seed) => {
    const number = numbers(seed + 1)
    const window = [1, 2, 7, 32, 128, 255, 256, 2_048][number(8)] ?? 128
    const [cut, gap] = [[1, 2, 7, 4_096, Infinity][number(5)], number(3)]
    let got = ''
    const { clock, peer, repl } = await enter({ ...healthy, window, run: (code) => ((got = code), 'done\x04\x04>') }, cut)
    if (gap > 0) chatter(clock, peer, 10 * gap, ['.', 'tick\r\n', '>', '\xff\xfe'][number(4)] ?? '')
    for (let round = 0; round < 4; round += 1) {
      const length = [0, 1, window - 1, window, window + 1, 2 * window, 2 * window + 1, number(3_000)][number(8)] ?? 0
      const code = Array.from({ length }, () => String.fromCharCode(32 + number(95))).join('')
      const { output } = await passTimeUntil(clock, repl.exec(code))
      expect(got).toBe(code)
      expect(text(output)).toContain('done')
    }
  })

  it('is not held up by a timer that prints while the board waits for the rest', async () => {
    const { clock, peer, repl } = await enter({ ...healthy, window: 16 })
    chatter(clock, peer, 10, 'tick\r\n')
    const { output } = await passTimeUntil(clock, repl.exec('#'.repeat(500)))
    expect(text(output)).toContain('got 500')
    expect(clock.monotonic()).toBeLessThan(1_000)
  })

  it('costs a question and one write when it fits into the window', async () => {
    const { clock, peer, repl } = await enter(healthy)
    await passTimeUntil(clock, repl.exec('first'))
    const [writes, time] = [peer.writes, clock.monotonic()]
    await repl.exec('pass')
    expect([peer.writes - writes, clock.monotonic() - time]).toEqual([2, 0])
    expect(peer.writtenText.endsWith('\x05A\x01pass\x04')).toBe(true)
  })

  it.each(['yes', 'unknown'] as const)('ends with a name when the board restarts in the middle of it, raw-paste: %s', async (paste) => {
    const { clock, repl } = await enter({ ...healthy, paste, resetAfter: 300 })
    const failure = expect(passTimeUntil(clock, repl.exec('#'.repeat(700)))).rejects.toMatchObject({ code: 'board-reset' })
    await failure
    expect(clock.monotonic()).toBeLessThan(5_000)
    expect(text((await passTimeUntil(clock, repl.exec('1'))).output)).toBe('got 1\r\n')
    expect(await passTimeUntil(clock, repl.leave())).toBe(true)
  })
})

describe.each([1, 2, 7, 4_096])('a board that restarts, its answers cut into %d bytes', (cut) => {
  it.each([
    ['output', 'half a li'],
    ['a line of output', 'a line\r\n'],
    ['the error text', 'out\x04Traceback (most recent call last):\r\n  File "<std'],
    ['the end of the answer', 'out\x04'],
  ])('in the middle of %s: the exec fails by name, and the board is used again', async (_, part) => {
    const { clock, repl } = await enter({ ...healthy, run: (code) => (code === 'reset' ? part + BOOT + BANNER : 'ok\x04\x04>') }, cut)
    const failure = expect(passTimeUntil(clock, repl.exec('reset'))).rejects.toMatchObject({ code: 'board-reset' })
    await failure
    expect(clock.monotonic()).toBeLessThan(2_000)
    expect(text((await passTimeUntil(clock, repl.exec('again'))).output)).toBe('ok')
    let shown = ''
    const options = { onOutput: (bytes: Uint8Array) => (shown += text(bytes)) }
    const { error } = await passTimeUntil(clock, repl.run('reset', options))
    expect([error, shown.includes('rst:0xc')]).toEqual(['', true])
    expect(await passTimeUntil(clock, repl.leave())).toBe(true)
  })
})

describe('a board that prints the whole time', () => {
  it.each([1, 10, 40])('every %d ms: work is done, and the prompt is given back', async (ms) => {
    const { clock, peer, repl } = await enter(healthy)
    chatter(clock, peer, ms, 'tick\r\n')
    expect(text((await passTimeUntil(clock, repl.exec('one'))).output)).toContain('got 3')
    expect(await passTimeUntil(clock, repl.leave())).toBe(true)
    expect(clock.monotonic()).toBeLessThan(2_000)
  })

  it('and answers nothing else ends the wait all the same', async () => {
    const { clock, peer, repl } = await enter({ ...healthy, run: () => undefined })
    chatter(clock, peer, 10, '.')
    const stop = new AbortController()
    const running = repl.exec('hang', { signal: stop.signal, timeoutMs: 1_000 })
    const failure = expect(running).rejects.toMatchObject({ code: 'cancelled' })
    await settle()
    stop.abort()
    await passTimeUntil(
      clock,
      running.catch(() => undefined),
    )
    await failure
    expect(clock.monotonic()).toBeLessThan(5_000)
  })
})
