import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

async function run(code: string): Promise<string> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  const { output, error } = await wire.run(code)
  expect(error).toBe('')
  return output.trim()
}

describe('machine', () => {
  it('has pins that keep what is written to them', async () => {
    const output = await run(
      'from machine import Pin\nled = Pin("LED", Pin.OUT)\nled.on()\na = led.value()\nled.toggle()\nb = led()\nled.value(1)\nprint(a, b, Pin(25).value(), led)\nprint(Pin(3, Pin.IN, Pin.PULL_UP).value(), Pin(4, Pin.IN, Pin.PULL_DOWN).value())',
    )
    expect(output).toBe('1 0 1 Pin(GPIO25, mode=OUT)\r\n1 0')
  })

  it('has a converter with a sine to plot', async () => {
    const output = await run(
      'import time\nfrom machine import ADC, Pin\ngenerator = ADC(Pin(28))\nfor i in range(110):\n print(generator.read_u16())\n time.sleep_ms(20)',
    )
    const values = output.split('\r\n').map(Number)
    expect(values).toHaveLength(110)
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(30_000)
    for (const value of values) expect(value).toBeLessThanOrEqual(65_535)
    const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)))
    expect(Math.max(...steps)).toBeLessThan(12_000)
  })

  it('tells who it is', async () => {
    const output = await run(
      'import machine, os, sys\nprint(machine.unique_id(), machine.freq(), machine.ADC(0).read_uv() < 3300001)\nprint(os.uname().machine, os.uname().release, sys.implementation._machine, len(os.urandom(5)))',
    )
    expect(output).toBe("b'virtual1' 125000000 True\r\nVirtual WASM board 1.27.0 Virtual WASM board 5")
  })

  it('leaves no names behind that a board would not have', async () => {
    // The raw REPL itself says __file__.
    expect(await run('print(sorted(globals()))')).toBe("['__file__', '__name__']")
  })
})

describe('the console of a program', () => {
  it('reads text lines and binary bytes', async () => {
    const wire = await BoardWire.start()
    await wire.type('import sys')
    await wire.send('print(repr(sys.stdin.readline()), repr(sys.stdin.read(2)), sys.stdin.buffer.read(4))\r')
    await wire.until('\r\n')
    await wire.send('hello\rab\r\n\x00\xff')
    expect(await wire.until('>>> ')).toContain(String.raw`'hello\n' 'ab' b'\r\n\x00\xff'`)
  })

  it('echoes what is typed for input()', async () => {
    const wire = await BoardWire.start()
    await wire.send('print("got", input("? "))\r')
    await wire.until('? ', 2_000)
    await wire.until('? ')
    await wire.send('a word\r')
    expect(await wire.until('>>> ')).toBe('a word\r\ngot a word\r\n>>> ')
  })

  it('writes binary bytes as they are', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    expect((await wire.run(String.raw`import sys;_=sys.stdout.buffer.write(b'a\nb\r\n\x00\xff')`)).output).toBe('a\nb\r\n\x00\xff')
  })

  it('tells by select.poll whether something was typed', async () => {
    const wire = await BoardWire.start()
    await wire.type('import select, sys; p = select.poll(); p.register(sys.stdin, select.POLLIN)')
    expect(await wire.type('p.poll(50)')).toBe('[]\r\n')
    await wire.send('p.poll(5000)\r')
    await wire.until('\r\n')
    await wire.send('x')
    expect(await wire.until('>>> ')).toContain('TextIOWrapper')
  })
})
