import { describe, expect, it } from 'vitest'
import { reachPrompt } from '../../../main/protocol/reachPrompt'
import { FakeClock, passTimeUntil, settle } from '../../rig/fakeClock'
import { BANNER, rawReplPeer } from '../../rig/rawReplPeer'
import { ScriptedPeer } from '../../rig/scriptedPeer'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('reachPrompt', () => {
  it.each([1, 2, 7, Infinity])('shows nothing when the board merely repeats its prompt, in pieces of %d', async (cut) => {
    const clock = new FakeClock()
    const peer = rawReplPeer(clock, { paste: 'yes', window: 128, run: () => '' })
    peer.cut = cut
    let shown = ''
    const interrupted = await passTimeUntil(clock, reachPrompt(peer, { onOutput: (bytes) => (shown += text(bytes)) }))
    expect([interrupted, shown, peer.writtenText]).toEqual([false, '', '\x03'])
  })

  it('shows the user what the interrupted program had to say', async () => {
    const clock = new FakeClock()
    const farewell =
      'Traceback (most recent call last):\r\n  File "main.py", line 3, in <module>\r\nKeyboardInterrupt: \r\n' + BANNER.slice(2)
    const peer = new ScriptedPeer(clock, (byte, self) => {
      if (byte === 3 && self.written.length === 1) self.send(farewell)
    })
    let shown = ''
    peer.send('last line\r\n')
    expect(await passTimeUntil(clock, reachPrompt(peer, { onOutput: (bytes) => (shown += text(bytes)) }))).toBe(true)
    expect(shown).toBe(`last line\r\n${farewell}`)
  })

  it('leaves a raw REPL in which someone else left the board', async () => {
    const clock = new FakeClock()
    const peer = rawReplPeer(clock, { paste: 'yes', window: 128, run: () => '' })
    await peer.write(Uint8Array.of(1))
    peer.reader.takeBuffered()
    await passTimeUntil(clock, reachPrompt(peer))
    expect(peer.reader.buffered).toBe(0)
  })

  it('tries again when a handler swallows the first interrupts', async () => {
    const clock = new FakeClock()
    const peer = rawReplPeer(clock, { paste: 'yes', window: 128, run: () => '', deaf: 3 })
    const rungs: string[] = []
    await passTimeUntil(clock, reachPrompt(peer, { onRung: (rung) => rungs.push(rung) }))
    expect(rungs.length).toBeGreaterThan(1)
  })

  it('gives up after about five seconds and says what was tried', async () => {
    const clock = new FakeClock()
    const peer = new ScriptedPeer(clock, () => undefined)
    await expect(passTimeUntil(clock, reachPrompt(peer))).rejects.toMatchObject({
      code: 'no-prompt',
      details: { rungs: 'Ctrl-C, Raw mode and back, Leave raw or paste mode', heard: 0 },
    })
    expect(clock.monotonic()).toBeGreaterThan(4_000)
    expect(clock.monotonic()).toBeLessThan(6_000)
    expect(clock.pending).toBe(0)
  })

  /** A peer that says the same every 5 ms. */
  function talker(clock: FakeClock, says: string): ScriptedPeer {
    const peer = new ScriptedPeer(clock, () => undefined)
    const talk = (): void => {
      peer.send(says)
      clock.after(5, talk)
    }
    talk()
    return peer
  }

  it('is not held up by a peer that never stops talking, and says what it heard', async () => {
    const clock = new FakeClock()
    const peer = talker(clock, '\x1b[31msensor\x07 1\x1b[0m\r\n')
    await expect(passTimeUntil(clock, reachPrompt(peer))).rejects.toMatchObject({
      code: 'not-micropython',
      details: { said: 'sensor 1', echo: false, binary: false },
    })
    expect(clock.monotonic()).toBeLessThan(6_000)
  })

  it('quotes nothing of bytes that are no text', async () => {
    const clock = new FakeClock()
    const peer = talker(clock, '\x00\xfe\x01\x80\x02\r\n\xff')
    await expect(passTimeUntil(clock, reachPrompt(peer))).rejects.toMatchObject({
      code: 'not-micropython',
      details: { said: '', binary: true },
    })
  })

  it('tells a line that only sends everything back from a board', async () => {
    const clock = new FakeClock()
    const peer = new ScriptedPeer(clock, (byte, self) => self.send(String.fromCharCode(byte)))
    await expect(passTimeUntil(clock, reachPrompt(peer))).rejects.toMatchObject({
      code: 'not-micropython',
      details: { echo: true, binary: false },
    })
  })

  it.each([
    ['a program that prints its own interrupts', 'KeyboardInterrupt: no\r\n', false],
    ['a board that was at its prompt before', 'sensor 1\r\n', true],
  ])('never takes %s for other firmware', async (_, says, wasProven) => {
    const clock = new FakeClock()
    const peer = talker(clock, says)
    peer.prompts.isProven = wasProven
    await expect(passTimeUntil(clock, reachPrompt(peer))).rejects.toMatchObject({ code: 'no-prompt' })
  })

  it.each([1, 7, Infinity])(
    'proves a prompt of the user’s own by way of the raw REPL, and knows it from then on, in pieces of %d',
    async (cut) => {
      const clock = new FakeClock()
      const peer = rawReplPeer(clock, { paste: 'yes', window: 128, run: () => '', prompt: '--> ' })
      peer.cut = cut
      let shown = ''
      const onOutput = (bytes: Uint8Array): void => {
        shown += text(bytes)
      }
      await passTimeUntil(clock, reachPrompt(peer, { onOutput }))
      expect(peer.prompts.current).toBe('--> ')
      expect(shown).not.toContain('raw REPL')
      const before = clock.monotonic()
      shown = ''
      expect(await passTimeUntil(clock, reachPrompt(peer, { onOutput }))).toBe(false)
      expect([shown, clock.monotonic() - before < 100]).toEqual(['', true])
    },
  )

  it('stops when it is called off', async () => {
    const clock = new FakeClock()
    const peer = new ScriptedPeer(clock, () => undefined)
    const stop = new AbortController()
    const reaching = reachPrompt(peer, { signal: stop.signal })
    const failure = expect(reaching).rejects.toMatchObject({ code: 'cancelled' })
    await settle()
    stop.abort()
    await failure
  })
})
