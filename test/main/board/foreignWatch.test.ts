import { describe, expect, it } from 'vitest'
import { ForeignWatch } from '../../../main/board/foreignWatch'
import { OutputStream } from '../../../main/board/outputStream'
import { Screen } from '../../../main/board/screen'
import { SessionStatus } from '../../../main/board/sessionStatus'
import { AppError } from '../../../shared/errors'
import { FakeClock } from '../../rig/fakeClock'

const BLANK = 'rst:0x10 (RTCWDT_RTC_RESET)\r\ninvalid header: 0xffffffff\r\ninvalid header: 0xffffffff\r\n'
const BANNER = 'MicroPython v1.27.0 on 2025-12-01; Raspberry Pi Pico with RP2040\r\n'

function listening() {
  const clock = new FakeClock()
  const status = new SessionStatus('s1', { path: '/dev/ttyACM0', kind: 'serial', name: 'x', hasHardwareId: false }, 'ask')
  const screen = new Screen(new OutputStream(clock), { write: () => undefined, close: () => Promise.resolve() })
  const watch = new ForeignWatch(clock, status, screen)
  status.set({ kind: 'attached' })
  const hear = async (text: string): Promise<void> => {
    screen.show(new TextEncoder().encode(text))
    await clock.advance(300)
  }
  return { status, screen, watch, hear }
}

describe('what is overheard at a port', () => {
  it('is recognised although it comes in pieces', async () => {
    const { status, hear } = listening()
    for (const char of BLANK) await hear(char)
    expect(status.snapshot().talksLike).toMatchObject({ kind: 'esp-blank', tried: false })
  })

  it('is no sign of anything once something was sent, or MicroPython has greeted', async () => {
    const sent = listening()
    sent.status.note({ hasSent: true })
    await sent.hear(BLANK)
    expect(sent.status.snapshot().talksLike).toBeNull()
    const greeted = listening()
    await greeted.hear(BANNER)
    expect(greeted.screen.prompts.isProven).toBe(true)
    await greeted.hear(BLANK)
    expect(greeted.status.snapshot().talksLike).toBeNull()
  })

  it('is kept in mind for when the prompt doesn’t come, and forgotten with the port', async () => {
    const { status, watch, hear } = listening()
    await hear('U-Boot 2023.01\r\n')
    watch.tried(new AppError('not-micropython', '', { said: '=>', echo: false, binary: false }))
    expect(status.snapshot().talksLike).toEqual({ kind: 'u-boot', sure: true, tried: true, said: '=>' })
    watch.begin()
    expect(status.snapshot().talksLike).toBeNull()
    watch.tried(new AppError('not-micropython', '', { said: '', echo: true }))
    expect(status.snapshot().talksLike).toMatchObject({ kind: 'echo', sure: false })
  })

  it('is disproved by a prompt, which also ends a serial monitor', () => {
    const { status, watch } = listening()
    status.note({ greeting: 'monitor' })
    watch.tried(new AppError('not-micropython', '', { said: 'x' }))
    status.set({ kind: 'ready' })
    expect(status.snapshot()).toMatchObject({ talksLike: null, greeting: 'watch' })
  })
})
