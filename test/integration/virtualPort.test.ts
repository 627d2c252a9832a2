import { mkdir, readFile, readdir, rmdir, writeFile } from 'node:fs/promises'
import { onTestFinished, describe, expect, it } from 'vitest'
import { type Clock, systemClock } from '../../shared/clock'
import { WRITE_STALL_MS } from '../../main/transport/transport'
import { VIRTUAL_PORT_PATH, VirtualPort } from '../../main/virtual/virtualPort'
import { BoardWire } from '../rig/boardWire'
import { FakeClock } from '../rig/fakeClock'

/** A port at the board, not opened, and what it hears. */
function portAt(
  wire: BoardWire,
  clock: Clock = systemClock,
): { port: VirtualPort; heard: () => string; until: (text: string) => Promise<void> } {
  const port = new VirtualPort(wire.board, clock)
  onTestFinished(() => port.close())
  let heard = ''
  let changed = (): void => undefined
  port.onData((bytes) => {
    heard += Buffer.from(bytes).toString('latin1')
    changed()
  })
  const until = async (text: string): Promise<void> => {
    while (!heard.includes(text)) await new Promise<void>((resolve) => (changed = resolve))
  }
  return { port, heard: () => heard, until }
}

describe('a port of the virtual board', () => {
  it('powers the board on, and hears it from its banner on', async () => {
    const wire = await BoardWire.off()
    const { port, heard, until } = portAt(wire)
    expect(port.path).toBe(VIRTUAL_PORT_PATH)
    await port.open()
    await until('>>> ')
    expect(heard()).toMatch(/^\r\nMicroPython v1\.27\.0/)
  })

  it('leaves the program running when it is closed, and sends nothing when it is opened', async () => {
    const wire = await BoardWire.off()
    const first = portAt(wire)
    await first.port.open()
    await first.until('>>> ')
    await first.port.write(Buffer.from('import time\rn = 0\rwhile True: n += 1; print("n =", n); time.sleep_ms(20)\r\r'))
    await first.until('n = 1\r\n')
    await first.port.close()
    const second = portAt(wire)
    await second.port.open()
    await second.until('n = ')
    expect(second.heard()).not.toContain('KeyboardInterrupt')
    expect(second.heard()).not.toContain('>>>')
  })

  it('is the only one: a second is told that the board is in use, until the first is closed', async () => {
    const wire = await BoardWire.start()
    const { port } = portAt(wire)
    await port.open()
    await expect(portAt(wire).port.open()).rejects.toMatchObject({ code: 'port-busy' })
    await port.close()
    await port.close()
    await portAt(wire).port.open()
  })

  it('says so when the board dies, and refuses writes from then on', async () => {
    const wire = await BoardWire.start()
    const { port } = portAt(wire)
    await port.open()
    const gone = new Promise<string>((resolve) => port.onGone(({ reason }) => resolve(reason)))
    wire.board.pullThePlug()
    expect(await gone).toContain('lost its power')
    await expect(port.write(Uint8Array.of(13))).rejects.toMatchObject({ code: 'port-gone' })
    await portAt(wire).port.open()
  })

  it('hears the banner again after a hard reset, also in the middle of a program', async () => {
    const wire = await BoardWire.start()
    const { port, until } = portAt(wire)
    await port.open()
    await port.write(Buffer.from('while True: pass\r\r'))
    await until('pass')
    await port.hardReset()
    await until('MicroPython v')
  })

  it('holds the board back while it is paused, and loses nothing', async () => {
    const wire = await BoardWire.start()
    const { port, heard, until } = portAt(wire)
    await port.open()
    port.pause()
    await port.write(Buffer.from('for i in range(20000): print(i)\r\r'))
    const before = process.memoryUsage().rss
    await new Promise((resolve) => setTimeout(resolve, 300)) // the board prints into a wire that nobody empties
    expect(heard()).toBe('')
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
    port.resume()
    await until('19999\r\n')
    const numbers = heard()
      .split('\r\n')
      .filter((line) => /^\d+$/.test(line))
    expect(numbers).toEqual(Array.from({ length: 20_000 }, (_, i) => String(i)))
  })

  it('takes more than the board can hold only as fast as the program reads it', async () => {
    const wire = await BoardWire.start()
    const { port, until } = portAt(wire)
    await port.open()
    await port.write(
      Buffer.from('import sys, time\rtime.sleep(0.3); n = sum(len(sys.stdin.buffer.read(1000)) for i in range(50)); print("read", n)\r'),
    )
    await until('print("read", n)\r\n')
    const start = performance.now()
    await port.write(Buffer.alloc(50_000, 'x'))
    expect(performance.now() - start).toBeGreaterThan(100)
    await until('read 50000')
  })

  it('fails with timeout when the board takes nothing', async () => {
    const wire = await BoardWire.start()
    const clock = new FakeClock()
    const { port, until } = portAt(wire, clock)
    await port.open()
    const line = port.write(Buffer.from('import time; time.sleep(60)\r'))
    await until('sleep(60)\r\n')
    await line
    const stalled = expect(port.write(Buffer.alloc(10_000, 'x'))).rejects.toMatchObject({ code: 'timeout' })
    await clock.advance(2 * WRITE_STALL_MS)
    await stalled
  })

  it('has no signal lines', async () => {
    const { port } = portAt(await BoardWire.start())
    expect(port.hasSignals).toBe(false)
    await expect(port.setSignals()).rejects.toMatchObject({ code: 'not-available' })
  })
})

describe('the virtual board', () => {
  it('fails with a cause when its flash cannot be read, and leaves it as it is', async () => {
    const wire = await BoardWire.off()
    await mkdir(`${wire.folder}/index.json`)
    await expect(wire.board.powerOn()).rejects.toMatchObject({ code: 'port-failed' })
    await rmdir(`${wire.folder}/index.json`)
    await wire.board.powerOn()
    await wire.until('>>> ')
  })

  it('starts with what is whole when the list of its files is damaged, says so, and keeps the damaged list', async () => {
    const wire = await BoardWire.start()
    await wire.type("for n in 'ab': f = open(n, 'w'); f.write('I am ' + n); f.close()\r")
    await wire.board.powerOff()
    const index = `${wire.folder}/index.json`
    const whole = await readFile(index, 'utf8')
    await writeFile(index, whole.slice(0, -20))
    await wire.board.powerOn()
    const start = await wire.until('>>> ')
    expect(start).toMatch(/damaged.*lost\+found.*kept as index-damaged-\d+\.json[^]*MicroPython/)
    expect(await wire.type("import os; print(open('a').read(), [open('lost+found/' + n).read() for n in os.listdir('lost+found')])")).toBe(
      "I am a ['I am b']\r\n",
    )
    const aside = (await readdir(wire.folder)).filter((name) => name.startsWith('index-damaged'))
    expect(await readFile(`${wire.folder}/${aside.join()}`, 'utf8')).toBe(whole.slice(0, -20))
    await wire.board.hardReset()
    expect(await wire.until('>>> ')).not.toContain('damaged')
  })

  it('comes back with its files by a hard reset when its thread has ended', async () => {
    const wire = await BoardWire.start()
    await wire.type("f = open('kept', 'w'); f.write('whole'); f.close()")
    const died = new Promise<string>((resolve) => wire.board.onDied(resolve))
    wire.board.pullThePlug()
    expect(await died).toContain('lost its power')
    await expect(wire.send('\r')).rejects.toMatchObject({ code: 'port-gone' })
    await wire.board.hardReset()
    await wire.until('>>> ')
    expect(await wire.type("open('kept').read()")).toBe("'whole'\r\n")
  })

  it('tells of a crash of the firmware, goes on without main.py, and runs it again after a hard reset', async () => {
    const wire = await BoardWire.start()
    await wire.type("f = open('main.py', 'w'); f.write('print(\"from main\")'); f.close()")
    await wire.send('import uctypes; uctypes.bytearray_at(-16, 4)[0]\r')
    const crash = await wire.until('>>> ')
    expect(crash).toMatch(/The firmware crashed: .*\r\n[^]*MicroPython/)
    expect(crash).not.toContain('from main')
    expect(await wire.type('6 * 7')).toBe('42\r\n')
    await wire.board.hardReset()
    expect(await wire.until('>>> ')).toContain('from main')
  })

  it('cannot be had twice: two apps at the same flash would destroy it', async () => {
    const wire = await BoardWire.start()
    const other = await BoardWire.off(wire.folder)
    await expect(other.board.powerOn()).rejects.toMatchObject({ code: 'port-busy' })
    await wire.board.powerOff()
    await other.board.powerOn()
    await other.until('>>> ')
  })

  it('is powered on once, however often it is asked', async () => {
    const wire = await BoardWire.off()
    await Promise.all([wire.board.powerOn(), wire.board.powerOn()])
    await wire.board.powerOn()
    await wire.until('>>> ')
    expect(wire.text).toBe('')
  })
})
