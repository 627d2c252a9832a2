import { setTimeout as passed } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

const LIMIT_MS = 200

/** Sends Ctrl-C; returns the milliseconds until the board says KeyboardInterrupt. */
async function interrupt(wire: BoardWire): Promise<number> {
  const start = performance.now()
  await wire.send('\x03')
  await wire.until('KeyboardInterrupt')
  const took = performance.now() - start
  await wire.until('>>> ')
  return took
}

describe('Ctrl-C ends', () => {
  it.each([
    ['a loop without calls', 'while True: pass'],
    ['a sleep of an hour', 'time.sleep(3600)'],
    ['a sleep in milliseconds', 'time.sleep_ms(3600000)'],
    ['a sleep in microseconds', 'time.sleep_us(1000000000)'],
    ['input()', 'input()'],
    ['a read of sys.stdin', 'sys.stdin.read(1)'],
    ['a read of binary sys.stdin', 'sys.stdin.buffer.read(1)'],
    ['a poll of sys.stdin', 'poll.poll(3600000)'],
    ['a poll without limit', 'poll.poll()'],
    ['a program that prints without pause', 'while True: print("0123456789" * 8)'],
    ['a program that catches Exception', 'while True:\r try: 1/0\r except Exception: pass\r'],
  ])('%s', async (_name, code) => {
    const wire = await BoardWire.start()
    await wire.type('import select, sys, time')
    await wire.type('poll = select.poll(); poll.register(sys.stdin, select.POLLIN)')
    await wire.send(`print('started');${code.startsWith('while') ? '' : ' '}`)
    if (code.startsWith('while')) await wire.send(`\r${code}\r\r`)
    else await wire.send(`${code}\r`)
    await wire.until('started')
    await wire.until('\n')
    await passed(50) // what is to be interrupted shows no sign of having begun
    expect(await interrupt(wire)).toBeLessThan(LIMIT_MS)
    expect(await wire.type('1 + 1')).toBe('2\r\n')
  })

  it('a sleep at once, and nothing after it is run', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send('import time\nprint("before")\ntime.sleep(60)\nprint("after")\x04')
    await wire.until('before')
    await wire.send('\x03')
    const rest = await wire.until('\x04>')
    expect(rest).toContain('  File "<stdin>", line 3, in <module>\r\nKeyboardInterrupt')
    expect(rest).not.toContain('after')
  })

  it('a program that prints, when nobody takes what it prints', async () => {
    const wire = await BoardWire.start()
    await wire.send('while True: print("0123456789" * 8)\r\r')
    await wire.until('0123456789')
    wire.board.pause()
    await passed(100) // until the wire is full
    await wire.send('\x03')
    wire.text = ''
    wire.board.resume()
    const start = performance.now()
    await wire.until('KeyboardInterrupt')
    expect(performance.now() - start).toBeLessThan(LIMIT_MS)
  })

  it('a program that it was sent together with', async () => {
    const wire = await BoardWire.start()
    await wire.send('while True: pass\r\r\x03')
    await wire.until('KeyboardInterrupt')
    await wire.until('>>> ')
    expect(await wire.type('1 + 1')).toBe('2\r\n')
  })

  it('a program that reads nothing, though the input is full', async () => {
    const wire = await BoardWire.start()
    await wire.send('while True: pass\r\r')
    const flood = wire.send('x'.repeat(10_000))
    await wire.send('\x03')
    await flood
    await wire.until('KeyboardInterrupt')
    await wire.until('>>> ')
    expect(await wire.type('1 + 1')).toBe('2\r\n')
  })
})

describe('Ctrl-C', () => {
  it('is data for a program that asked for that', async () => {
    const wire = await BoardWire.start()
    await wire.type('import micropython, sys')
    await wire.send('micropython.kbd_intr(-1); print(sys.stdin.buffer.read(3)); micropython.kbd_intr(3)\r')
    await wire.until('\r\n')
    await wire.send('a\x03b')
    expect(await wire.until('>>> ')).toContain(String.raw`b'a\x03b'`)
  })

  it('at the prompt gives a new prompt', async () => {
    const wire = await BoardWire.start()
    await wire.send('half a li\x03')
    await wire.until('>>> ')
    expect(await wire.type('1 + 1')).toBe('2\r\n')
  })

  it('that a long native call does not see leaves the hard reset, which ends it', async () => {
    const wire = await BoardWire.start()
    await wire.send('max(range(10**9))\r')
    await wire.until('\r\n')
    await passed(100) // the call shows no sign of having begun
    await wire.send('\x03')
    await wire.board.hardReset()
    await wire.until('>>> ')
    expect(await wire.type('1 + 1')).toBe('2\r\n')
  })
})

describe('a board that waits uses no processor', () => {
  it.each([
    ['at the prompt', ''],
    ['in a sleep', 'import time; time.sleep(2)\r'],
    ['in input()', 'input()\r'],
    ['in a poll', 'import select, sys; p = select.poll(); p.register(sys.stdin, 1); p.poll(3000)\r'],
  ])('%s', async (_name, code) => {
    const wire = await BoardWire.start()
    await wire.send(code)
    await passed(200)
    const before = process.cpuUsage()
    await passed(500)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(100) // of 500 ms, all of which a busy loop would take
  })
})

describe('time', () => {
  it('sleeps as long as asked, to the millisecond or so', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output } = await wire.run(
      'import time\nfor f, n in ((time.sleep, 0.25), (time.sleep_ms, 250), (time.sleep_us, 250000)):\n t = time.ticks_us()\n f(n)\n print(time.ticks_diff(time.ticks_us(), t))',
    )
    for (const took of output.trim().split('\r\n')) expect(Number(took) / 1000).toBeGreaterThanOrEqual(249.5)
    for (const took of output.trim().split('\r\n')) expect(Number(took) / 1000).toBeLessThan(330)
  })
})
