import { describe, expect, it } from 'vitest'
import { catchPrompt } from '../../../main/protocol/catchPrompt'
import { AppError } from '../../../shared/errors'
import { FakeClock, passTimeUntil } from '../../rig/fakeClock'
import { BOOT } from '../../rig/rawReplPeer'
import { ScriptedPeer } from '../../rig/scriptedPeer'

const LIMIT_MS = 60_000
/** So long a start-up file needs until it has switched Ctrl-C off. */
const OPEN_MS = 25

/** A board that ignores Ctrl-C but for a few milliseconds after each start; it prints `words` all the time. */
function lockedBoard(words = '') {
  const clock = new FakeClock()
  let mode: 'locked' | 'starting' | 'prompt' = 'locked'
  const peer = new ScriptedPeer(clock, (byte) => {
    if (byte === 3 && mode === 'starting') {
      mode = 'prompt'
      peer.send('Traceback (most recent call last):\r\n  File "main.py", line 1, in <module>\r\nKeyboardInterrupt: \r\n>>> ')
    } else if (byte === 3 && mode === 'prompt') peer.send('\r\n>>> ')
  })
  const start = (): void => {
    mode = 'starting'
    peer.send(BOOT)
    clock.after(OPEN_MS, () => {
      if (mode === 'starting') mode = 'locked'
    })
  }
  const print = (): void => {
    if (mode === 'locked') peer.send(words)
    clock.after(50, print)
  }
  if (words !== '') print()
  return { clock, peer, start }
}

function waitFor(peer: ScriptedPeer, signal = new AbortController().signal): { caught: Promise<boolean>; shown: () => string } {
  let shown = ''
  const onOutput = (bytes: Uint8Array): void => {
    shown += Buffer.from(bytes).toString('latin1')
  }
  return { caught: catchPrompt(peer, { giveUpAt: peer.clock.monotonic() + LIMIT_MS, begin: 'wait', signal, onOutput }), shown: () => shown }
}

describe('a board that ignores Ctrl-C once its program runs', () => {
  it.each([500, 5_000, 20_000, 55_000])('is caught when it is restarted after %d ms, and shows one prompt', async (ms) => {
    const { clock, peer, start } = lockedBoard()
    clock.after(ms, start)
    const { caught, shown } = waitFor(peer)
    expect(await passTimeUntil(clock, caught, 70_000)).toBe(true)
    expect(clock.monotonic()).toBeLessThan(ms + 500)
    expect(shown().split('>>> ')).toHaveLength(2)
    expect(peer.prompts.isProven).toBe(true)
  })

  it('is not flooded while nobody restarts it, and the wait ends', async () => {
    const { clock, peer } = lockedBoard()
    expect(await passTimeUntil(clock, waitFor(peer).caught, 70_000)).toBe(false)
    expect(clock.monotonic()).toBeLessThan(LIMIT_MS + 100)
    expect(peer.written.length).toBeLessThan(700)
  })

  it('that prints without pause ends the wait as well, and is not flooded', async () => {
    const { clock, peer } = lockedBoard('0.5 0.7\r\n')
    expect(await passTimeUntil(clock, waitFor(peer).caught, 70_000)).toBe(false)
    expect(peer.written.length).toBeLessThan(700)
  })

  it('is waited for although it takes no bytes for a while', async () => {
    const { clock, peer, start } = lockedBoard()
    peer.writeError = new AppError('timeout', 'nothing was taken')
    clock.after(2_000, () => {
      peer.writeError = undefined
      start()
    })
    expect(await passTimeUntil(clock, waitFor(peer).caught)).toBe(true)
  })

  it('is let go at once when the user calls it off', async () => {
    const { clock, peer } = lockedBoard()
    const stop = new AbortController()
    const { caught } = waitFor(peer, stop.signal)
    const failure = expect(caught).rejects.toMatchObject({ code: 'cancelled' })
    await clock.advance(1_000)
    stop.abort()
    await failure
  })
})
