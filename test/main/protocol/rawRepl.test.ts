import { describe, expect, it } from 'vitest'
import { RawRepl } from '../../../main/protocol/rawRepl'
import { AppError } from '../../../shared/errors'
import { FakeClock, passTimeUntil, settle } from '../../rig/fakeClock'
import { type ReplBehaviour, rawReplPeer } from '../../rig/rawReplPeer'

const healthy: ReplBehaviour = { paste: 'yes', window: 128, run: (code) => `got ${code.length}\r\n\x04\x04>` }
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

async function enter(behaviour: ReplBehaviour, cut = Infinity) {
  const clock = new FakeClock()
  const peer = rawReplPeer(clock, behaviour)
  peer.cut = cut
  const repl = await passTimeUntil(clock, RawRepl.enter(peer))
  return { clock, peer, repl }
}

describe.each([1, 2, 7, Infinity])('RawRepl, the answers cut into %d bytes', (cut) => {
  it.each(['yes', 'unsupported', 'unknown'] as const)('runs code and leaves, where raw-paste is answered: %s', async (paste) => {
    const { clock, peer, repl } = await enter({ ...healthy, paste }, cut)
    for (const length of [0, 1, 127, 128, 129, 256, 1_000]) {
      const { output, error } = await passTimeUntil(clock, repl.exec('#'.repeat(length)))
      // An empty line would be a soft reset in the plain raw REPL.
      expect([text(output), error]).toEqual([`got ${paste !== 'yes' && length === 0 ? 1 : length}\r\n`, ''])
    }
    expect(repl.pasteMode).toBe(paste === 'yes' ? 'raw-paste' : 'raw')
    expect(await passTimeUntil(clock, repl.leave())).toBe(true)
    expect(peer.reader.buffered).toBe(0)
  })

  it('answers a board whose compiler gives up in the middle', async () => {
    const { clock, repl } = await enter({ ...healthy, failAfter: 300 }, cut)
    const { error } = await passTimeUntil(clock, repl.exec(`x = = 1\n${'#'.repeat(5_000)}`))
    expect(error).toContain('SyntaxError')
    expect(await passTimeUntil(clock, repl.leave())).toBe(true)
  })

  it('separates what boot.py prints in a soft reset from the protocol', async () => {
    const { clock, repl } = await enter(healthy, cut)
    let output = ''
    await passTimeUntil(clock, repl.softReset({ onOutput: (bytes) => (output += text(bytes)) }))
    expect(output).toBe('boot says hello\r\n')
    expect(text((await passTimeUntil(clock, repl.exec('1'))).output)).toBe('got 1\r\n')
  })
})

describe('RawRepl with a board in trouble', () => {
  it('asks once for raw-paste where there is none', async () => {
    const { clock, peer, repl } = await enter({ ...healthy, paste: 'unknown' })
    await passTimeUntil(clock, repl.exec('one'))
    await passTimeUntil(clock, repl.exec('two'))
    expect(peer.writtenText.split('\x05A\x01')).toHaveLength(2)
  })

  it('ends a silent exec by its limit and brings the board back', async () => {
    const { clock, repl } = await enter({ ...healthy, run: (code) => (code === 'hang' ? undefined : 'ok\x04\x04>') })
    const failure = expect(passTimeUntil(clock, repl.exec('hang', { timeoutMs: 3_000 }))).rejects.toMatchObject({ code: 'timeout' })
    await failure
    expect(clock.monotonic()).toBeLessThan(4_500)
    expect(text((await passTimeUntil(clock, repl.exec('again'))).output)).toBe('ok')
    expect(await passTimeUntil(clock, repl.leave())).toBe(true)
  })

  it('interrupts an exec that is called off, and the board answers again', async () => {
    const { clock, repl } = await enter({ ...healthy, run: (code) => (code === 'hang' ? undefined : 'ok\x04\x04>') })
    const stop = new AbortController()
    const running = repl.exec('hang', { signal: stop.signal })
    const failure = expect(running).rejects.toMatchObject({ code: 'cancelled' })
    await settle()
    stop.abort()
    await clock.advance(1_000)
    await failure
    expect(text((await passTimeUntil(clock, repl.exec('again'))).output)).toBe('ok')
  })

  it('waits for a silent program without limit, and ends it when asked', async () => {
    const { clock, repl } = await enter({ ...healthy, run: () => undefined })
    const stop = new AbortController()
    const running = repl.run('while True: pass', { signal: stop.signal, onOutput: () => undefined })
    await clock.advance(3_600_000)
    stop.abort()
    expect((await passTimeUntil(clock, running)).error).toContain('KeyboardInterrupt')
    expect(await passTimeUntil(clock, repl.leave())).toBe(true)
  })

  it('is not led astray by what was typed into a program that did not read it', async () => {
    const { clock, peer, repl } = await enter(healthy)
    await passTimeUntil(clock, repl.run('pass', { onOutput: () => undefined }))
    await peer.write(Buffer.from('typed ahead\r'))
    expect(text((await passTimeUntil(clock, repl.exec('1'))).output)).toBe('got 1\r\n')
    expect(repl.pasteMode).toBe('raw-paste')
  })

  it('hands control bytes of a program over as data', async () => {
    let seen = ''
    const { clock, repl } = await enter({ ...healthy, run: (code) => ((seen = code), '\x04\x04>') })
    await passTimeUntil(clock, repl.exec("print('\x03\x04')"))
    expect(seen).toBe("exec(b'print(\\'\\x03\\x04\\')')")
  })

  it('fails at once when the port goes, and leave does not throw', async () => {
    const { clock, peer, repl } = await enter({ ...healthy, run: () => undefined })
    const running = repl.run('pass', { onOutput: () => undefined })
    await settle()
    peer.writeError = new AppError('port-gone', 'gone')
    peer.reader.fail(peer.writeError)
    await expect(running).rejects.toMatchObject({ code: 'port-gone' })
    expect(await passTimeUntil(clock, repl.leave())).toBe(false)
  })

  it('reports a board that vanishes between two words of the protocol', async () => {
    const { clock, peer, repl } = await enter(healthy)
    peer.writeError = new AppError('port-gone', 'gone')
    await expect(passTimeUntil(clock, repl.exec('1'))).rejects.toMatchObject({ code: 'port-gone' })
  })
})
