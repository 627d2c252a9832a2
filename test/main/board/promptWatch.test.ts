import { beforeEach, describe, expect, it } from 'vitest'
import type { PortInfo } from '../../../shared/board'
import { OutputStream } from '../../../main/board/outputStream'
import { GRACE_MS, PromptWatch } from '../../../main/board/promptWatch'
import { Screen } from '../../../main/board/screen'
import { SessionStatus } from '../../../main/board/sessionStatus'
import { FakeClock } from '../../rig/fakeClock'

const PORT: PortInfo = { path: '/dev/ttyX9', kind: 'serial', name: 'Pico', hasHardwareId: true }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('what the screen tells of the board', () => {
  let clock: FakeClock
  let status: SessionStatus
  let screen: Screen
  let watch: PromptWatch

  beforeEach(() => {
    clock = new FakeClock()
    status = new SessionStatus('s', PORT, 'watch')
    screen = new Screen(new OutputStream(clock), { write: () => undefined, close: () => Promise.resolve() })
    watch = new PromptWatch(clock, status, screen)
    status.set({ kind: 'attached' })
  })

  it('a program that prints leaves the session watching', async () => {
    screen.show(bytes('tick 1\r\ntick 2\r\n'))
    await clock.advance(5_000)
    expect(status.state.kind).toBe('attached')
  })

  it.each([1, 2, 7])('a prompt that comes in pieces of %i bytes is recognised', (size) => {
    const text = 'MicroPython v1.27\r\n>>> '
    for (let at = 0; at < text.length; at += size) screen.show(bytes(text.slice(at, at + size)))
    expect(status.state.kind).toBe('ready')
  })

  it('a line that is evaluated at once doesn’t make Run flicker', async () => {
    screen.show(bytes('>>> '))
    watch.sent(bytes('1+1\r'))
    screen.show(bytes('1+1\r\n2\r\n'))
    await clock.advance(GRACE_MS - 1)
    screen.show(bytes('>>> '))
    await clock.advance(1_000)
    expect(status.state.kind).toBe('ready')
  })

  it('a line that takes longer is a running program with its own start', async () => {
    screen.show(bytes('>>> '))
    watch.sent(bytes('f()\r'))
    for (const char of 'f()\r\n') screen.show(bytes(char))
    const started = clock.now()
    await clock.advance(GRACE_MS)
    expect(status.state).toEqual({ kind: 'running', program: { name: 'REPL input', startedAt: started, stopping: false } })
    screen.show(bytes('done\r\n>>> '))
    expect(status.state.kind).toBe('ready')
  })

  it('Ctrl-D at the empty prompt is the start of main.py; in a line it isn’t', async () => {
    screen.show(bytes('>>> '))
    watch.sent(Uint8Array.of(4))
    screen.show(bytes('\r\nMPY: soft reboot\r\n'))
    await clock.advance(GRACE_MS)
    expect(status.state).toMatchObject({ kind: 'running', program: { name: 'main.py' } })
    screen.show(bytes('>>> abc'))
    watch.sent(Uint8Array.of(4))
    screen.show(bytes('\r\n'))
    await clock.advance(GRACE_MS)
    expect(status.state).toMatchObject({ kind: 'running', program: { name: 'REPL input' } })
  })

  it('a board that resets by itself is not taken for one at its prompt', async () => {
    screen.show(bytes('>>> '))
    screen.show(bytes('\r\nrst:0x1 (POWERON)\r\n'))
    await clock.advance(GRACE_MS)
    expect(status.state).toMatchObject({ kind: 'running', program: { name: 'A program' } })
  })

  it('a block that is being typed is not a running program', async () => {
    screen.show(bytes('>>> '))
    watch.sent(bytes('for i in x:\r'))
    screen.show(bytes('for i in x:\r\n'))
    screen.show(bytes('...     '))
    await clock.advance(1_000)
    expect(status.state.kind).toBe('ready')
  })
})
