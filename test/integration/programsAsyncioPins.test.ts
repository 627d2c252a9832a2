import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

const RED = 15
const BLUE = 2

async function start(code: string): Promise<BoardWire> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  await wire.send(`${code}\x04`)
  return wire
}

function levels(wire: BoardWire, ...pins: number[]): (number | undefined)[] {
  const { state } = wire.hardware.get()
  return pins.map((pin) => state.pins[pin]?.level)
}

describe('programs with asyncio and pins', () => {
  it('blink two lights at speeds of their own', async () => {
    const wire = await start(`
import asyncio
from machine import Pin
async def blink(led, period_ms):
    while True:
        led.on()
        await asyncio.sleep_ms(5)
        led.off()
        await asyncio.sleep_ms(period_ms)
async def main(led1, led2):
    asyncio.create_task(blink(led1, 70))
    asyncio.create_task(blink(led2, 40))
    seen = [0, 0]
    before = [0, 0]
    for i in range(400):
        now = [led1.value(), led2.value()]
        seen = [n + (v > b) for n, v, b in zip(seen, now, before)]
        before = now
        await asyncio.sleep_ms(1)
    print('blinked', seen[0] > 1, seen[1] > 1)
    led1.on()
    led2.off()
asyncio.run(main(Pin(${RED}, Pin.OUT), Pin(${BLUE}, Pin.OUT)))`)
    expect(await wire.until('\x04>')).toContain('blinked True True')
    expect(levels(wire, RED, BLUE)).toEqual([1, 0])
  })

  it('sleep until a button interrupts them', async () => {
    const wire = await start(`
import asyncio
from machine import Pin
led = Pin(${RED}, Pin.OUT, value=0)
button = Pin(14, Pin.IN, Pin.PULL_UP)
flag = asyncio.ThreadSafeFlag()
button.irq(lambda pin: flag.set(), Pin.IRQ_FALLING)
async def main():
    for n in range(2):
        print('waiting', n)
        await flag.wait()
        led.toggle()
        print('pressed', n, led.value())
asyncio.run(main())`)
    for (const [press, level] of [0, 1].map((n) => [n, n === 0 ? 1 : 0])) {
      await wire.until(`waiting ${press}`)
      wire.hardware.setInputs({ buttonA: true })
      await wire.until(`pressed ${press} ${level}`)
      expect(levels(wire, RED)).toEqual([level])
      wire.hardware.setInputs({ buttonA: false })
    }
    await wire.until('\x04>')
  })

  it('are stopped by Ctrl-C while lights stay as they are, and by a soft reset that puts them out', async () => {
    const wire = await start(`
import asyncio
from machine import Pin
async def main():
    Pin(${RED}, Pin.OUT).on()
    print('on')
    await asyncio.Event().wait()
    print('never')
async def beside():
    while True: await asyncio.sleep(1)
async def both(): await asyncio.gather(main(), beside())
asyncio.run(both())`)
    await wire.until('on')
    await wire.send('\x03')
    expect(await wire.until('\x04>')).toContain('KeyboardInterrupt')
    expect(levels(wire, RED)).toEqual([1])
    await wire.send('\x04')
    await wire.until('raw REPL; CTRL-B to exit\r\n>')
    expect(levels(wire, RED)).toEqual([0])
  })
})
