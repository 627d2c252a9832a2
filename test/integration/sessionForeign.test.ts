import { afterEach, describe, expect, it } from 'vitest'
import type { PortInfo } from '../../shared/board'
import { systemClock } from '../../shared/clock'
import { SerialTransport } from '../../main/transport/serialTransport'
import { Workspace } from '../../main/workspace/workspace'
import { type ForeignPort, startForeignPort, startRepeatingPort } from '../rig/foreignPort'
import { SessionBench } from '../rig/sessionBench'
import { serialCable } from '../rig/sessionCables'
import { temporaryFolder } from '../rig/temporaryFolder'

const BLANK = `rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n${'invalid header: 0xffffffff\r\n'.repeat(6)}ets Jul 29 2019 12:21:46\r\n\r\n`
const undo: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

async function benchAt(thing: ForeignPort, more: Partial<PortInfo> = {}): Promise<SessionBench> {
  undo.push(() => thing.dispose())
  const info: PortInfo = { path: thing.path, kind: 'serial', name: 'Thing', hasHardwareId: false, ...more }
  const bench = new SessionBench(
    info,
    ({ path }) => new SerialTransport(path, { clock: systemClock }),
    new Workspace({ grantsFile: `${await temporaryFolder()}/grants.json` }),
  )
  undo.push(() => bench.dispose())
  return bench
}

describe('a port where something else than MicroPython talks', () => {
  it('is overheard before anything is sent, and called what it is when the prompt doesn’t come', async () => {
    const bench = await benchAt(await startRepeatingPort(BLANK))
    const session = await bench.open()
    await bench.until(() => session.snapshot().talksLike?.kind === 'esp-blank', 'the guess')
    expect(session.snapshot()).toMatchObject({ talksLike: { sure: true, tried: false }, hasSent: false })
    expect(bench.wire?.sent).toBe('')
    await expect(session.getPrompt()).rejects.toMatchObject({ code: 'not-micropython' })
    expect(session.snapshot()).toMatchObject({ state: { kind: 'attached' }, talksLike: { kind: 'esp-blank', sure: true, tried: true } })
  })

  it('is named by its USB ids, where its program says nothing of itself', async () => {
    const bench = await benchAt(await startForeignPort('yes temperature 21.5'), { vendorId: '2341', productId: '0043' })
    const session = await bench.open()
    await bench.shows('temperature 21.5')
    await expect(session.getPrompt()).rejects.toMatchObject({ code: 'not-micropython' })
    expect(session.snapshot().talksLike).toEqual({ kind: 'arduino', sure: false, tried: true, said: 'temperature 21.5' })
  })

  it('can be kept as a serial monitor: no job sends anything to it, what is typed is sent, and that is remembered', async () => {
    const bench = await benchAt(await startForeignPort('cat'))
    const first = await bench.open()
    await first.greet('monitor')
    await first.close()
    const session = await bench.open()
    expect(session.snapshot().greeting).toBe('monitor')
    const refused = { code: 'not-micropython', details: { monitor: true } }
    await expect(session.run('a.py', 'print(1)', 'stop')).rejects.toMatchObject(refused)
    await expect(session.writeFile('/a.py', new Uint8Array(1), 'restart')).rejects.toMatchObject(refused)
    await expect(session.list('/', 'stop')).rejects.toMatchObject(refused)
    await expect(session.softReset()).rejects.toMatchObject(refused)
    expect(bench.wire?.sent).toBe('')
    await bench.type(session, 'AT\r\n')
    await bench.shows('AT\r\n')
    expect(bench.wire?.sent).toBe('AT\r\n')
    // Whoever thinks that it is MicroPython after all may try; it stays a monitor when it isn't.
    await expect(session.greet('prompt')).rejects.toMatchObject({ code: 'not-micropython' })
    expect(session.snapshot().greeting).toBe('monitor')
    expect(bench.memories.get(session.snapshot().boardKey)?.greeting).toBe('monitor')
  })
})

describe('a MicroPython board', () => {
  it('whose program prints what a GPS receiver sends is MicroPython again as soon as it shows its prompt', async () => {
    const { bench, ...cable } = await serialCable()
    undo.push(() => cable.dispose())
    const first = await cable.openReady()
    const sentence = '$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47'
    await first.writeFile(
      '/main.py',
      new TextEncoder().encode(`import time\nwhile True:\n    print("${sentence}")\n    time.sleep_ms(20)\n`),
      'refuse',
    )
    await first.softReset()
    await bench.shows(sentence)
    await first.close()
    const session = await bench.open()
    await bench.until(() => session.snapshot().talksLike?.kind === 'gps', 'the guess')
    expect(session.snapshot().talksLike?.tried).toBe(false)
    await session.getPrompt()
    expect(session.snapshot()).toMatchObject({ state: { kind: 'ready' }, talksLike: null })
  })

  it('that was kept as a monitor is a board again when it shows its prompt', async () => {
    const { bench, ...cable } = await serialCable()
    undo.push(() => cable.dispose())
    const first = await cable.openReady()
    await first.greet('monitor')
    await first.close()
    const session = await bench.open()
    await bench.type(session, '\r')
    await bench.reach(session, 'ready')
    expect(session.snapshot().greeting).toBe('watch')
    await expect(session.list('/', 'refuse')).resolves.toBeDefined()
  })
})
