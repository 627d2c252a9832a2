import { describe, expect, it } from 'vitest'
import { linesOf, rawBoard } from '../rig/boardProgram'
import type { BoardWire } from '../rig/boardWire'
import { shownPin, untilPin } from '../rig/shownHardware'

/** Ends the running program. */
async function stop(wire: BoardWire): Promise<void> {
  await wire.send('\x03')
  await wire.until('KeyboardInterrupt')
  await wire.until('\x04>')
}

describe('a tutorial about pins', () => {
  it('blinks the LED on the board until it is stopped', async () => {
    const wire = await rawBoard()
    await wire.send(
      [
        'from machine import Pin',
        'from time import sleep',
        'led = Pin("LED", Pin.OUT)',
        'print("blinking", led)',
        'while True:',
        '    led.toggle()',
        '    sleep(0.06)',
        '\x04',
      ].join('\n'),
    )
    await wire.until('blinking Pin(GPIO25, mode=OUT)')
    for (const level of [1, 0, 1, 0] as const) await untilPin(wire.hardware, 25, { use: 'output', level })
    await stop(wire)
  })

  it('sets and reads pins, as in the quick reference', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'from machine import Pin',
        'p0 = Pin(0, Pin.OUT)    # create output pin on GPIO0',
        'p0.on()                 # set pin to "on" (high) level',
        'p0.off()                # set pin to "off" (low) level',
        'p0.value(1)             # set pin to on/high',
        'p2 = Pin(2, Pin.IN)     # create input pin on GPIO2',
        'print(p2.value())       # get value, 0 or 1',
        'p4 = Pin(4, Pin.IN, Pin.PULL_UP) # enable internal pull-up resistor',
        'p5 = Pin(5, Pin.OUT, value=1) # set pin high on creation',
        'p6 = Pin("GP6", mode=Pin.OPEN_DRAIN, pull=Pin.PULL_UP, value=0)',
        'print(p0(), p4(), p5(), p6(), p4, p6.mode() == Pin.OPEN_DRAIN, p4.pull() == Pin.PULL_UP, p2.pull())',
        'p6(1)',
        'print(p6(), Pin.board.GP5, Pin.board.LED == Pin(25))',
        'p5.init(Pin.IN)',
      ].join('\n'),
    )
    expect(lines).toEqual(['0', '1 1 1 0 Pin(GPIO4, mode=IN, pull=PULL_UP) True True None', '1 Pin(GPIO5, mode=OUT) True'])
    expect(shownPin(wire, 0)).toMatchObject({ use: 'output', level: 1 })
    expect(shownPin(wire, 2)).toMatchObject({ use: 'input', pull: 'none', level: 0 })
    expect(shownPin(wire, 4)).toMatchObject({ use: 'input', pull: 'up', level: 1 })
    expect(shownPin(wire, 5)).toMatchObject({ use: 'input', level: 0 })
    expect(shownPin(wire, 6)).toMatchObject({ use: 'openDrain', pull: 'up', level: 1 })
  })

  it('says a wrong pin is a ValueError', async () => {
    const wire = await rawBoard()
    const tried = ['Pin(30)', 'Pin(-1)', 'Pin("GP99")', 'Pin("D5")', 'Pin(1, 77)', 'Pin(1.5)', 'ADC(Pin(5))', 'ADC(7)', 'PWM(40)']
    const lines = await linesOf(
      wire,
      `from machine import *\nfor text in ${JSON.stringify(tried)}:\n try:\n  eval(text)\n except Exception as e:\n  print(type(e).__name__)`,
    )
    expect(lines).toEqual(tried.map((text) => (text === 'Pin(1.5)' ? 'TypeError' : 'ValueError')))
  })

  it('shows in the traceback only lines of the program', async () => {
    const wire = await rawBoard()
    const { error } = await wire.run('from machine import Pin\ndef lamp(number):\n    return Pin(number, Pin.OUT)\nlamp(99)')
    expect(error.replaceAll('\r\n', '\n')).toBe(
      'Traceback (most recent call last):\n  File "<stdin>", line 4, in <module>\n  File "<stdin>", line 3, in lamp\nValueError: invalid pin: this board has 0 to 29\n',
    )
  })

  it('lights an LED as long as a button is pressed', async () => {
    const wire = await rawBoard()
    await wire.send(
      [
        'from machine import Pin',
        'from time import sleep_ms',
        'button = Pin(14, Pin.IN, Pin.PULL_UP)',
        'led = Pin(15, Pin.OUT)',
        'while True:',
        '    led.value(not button.value())',
        '    sleep_ms(5)',
        '\x04',
      ].join('\n'),
    )
    await untilPin(wire.hardware, 14, { use: 'input', pull: 'up', level: 1 })
    await untilPin(wire.hardware, 15, { use: 'output', level: 0 })
    wire.hardware.setInputs({ buttonA: true })
    await untilPin(wire.hardware, 15, { level: 1 })
    wire.hardware.setInputs({ buttonA: false })
    await untilPin(wire.hardware, 15, { level: 0 })
    await stop(wire)
  })

  it('counts presses by interrupt, in a program that computes and in one that sleeps', async () => {
    const wire = await rawBoard()
    await wire.send(
      [
        'from machine import Pin',
        'import time',
        'presses = 0',
        'def pressed(pin):',
        '    global presses',
        '    presses += 1',
        '    print("pressed", pin, presses, flags())',
        'button = Pin(14, Pin.IN, Pin.PULL_UP)',
        'flags = button.irq(pressed, Pin.IRQ_FALLING).flags',
        'print("computing")',
        'while presses < 2: pass',
        'print("sleeping")',
        'time.sleep(3600)',
        '\x04',
      ].join('\n'),
    )
    await wire.until('computing')
    for (const count of [1, 2]) {
      wire.hardware.setInputs({ buttonA: true })
      await wire.until(`pressed Pin(GPIO14, mode=IN, pull=PULL_UP) ${count} 4`)
      wire.hardware.setInputs({ buttonA: false })
    }
    await wire.until('sleeping')
    wire.hardware.setInputs({ buttonA: true })
    await wire.until('pressed Pin(GPIO14, mode=IN, pull=PULL_UP) 3 4')
    await stop(wire)
  })

  it('hears BOOT pressed at the prompt, and both edges', async () => {
    const wire = await rawBoard()
    const code =
      'from machine import Pin\nPin(0, Pin.IN, Pin.PULL_UP).irq(lambda p: print("level", p.value()), Pin.IRQ_FALLING | Pin.IRQ_RISING)'
    expect(await wire.run(code)).toEqual({ output: '', error: '' })
    wire.hardware.setInputs({ buttonBoot: true })
    await wire.until('level 0')
    wire.hardware.setInputs({ buttonBoot: false })
    await wire.until('level 1')
    expect(await wire.run('Pin(0).irq(handler=None)\nprint("still here")')).toEqual({ output: 'still here\r\n', error: '' })
    wire.hardware.setInputs({ buttonBoot: true })
    expect((await wire.run('import time\ntime.sleep_ms(20)\nprint("quiet")')).output).toBe('quiet\r\n')
  })

  it('debounces a button with a one-shot timer', async () => {
    const wire = await rawBoard()
    await wire.send(
      [
        'from machine import Pin, Timer',
        'import time',
        'led = Pin(2, Pin.OUT)',
        'button = Pin(14, Pin.IN, Pin.PULL_UP)',
        'timer = Timer(-1)',
        'def settled(t):',
        '    if not button.value():',
        '        led.toggle()',
        '        print("toggled", led.value())',
        'def bounced(pin):',
        '    timer.init(mode=Timer.ONE_SHOT, period=30, callback=settled)',
        'button.irq(trigger=Pin.IRQ_FALLING, handler=bounced)',
        'print("ready")',
        'time.sleep(60)',
        '\x04',
      ].join('\n'),
    )
    await wire.until('ready')
    for (const pressed of [true, false, true, false, true]) wire.hardware.setInputs({ buttonA: pressed })
    await wire.until('toggled 1')
    await untilPin(wire.hardware, 2, { use: 'output', level: 1 })
    wire.hardware.setInputs({ buttonA: false })
    wire.hardware.setInputs({ buttonA: true })
    await wire.until('toggled 0')
    await untilPin(wire.hardware, 2, { level: 0 })
    await stop(wire)
  })

  it('treats two LEDs alike by Signal, though one is lit by a low level', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'from machine import Pin, Signal',
        'led1_pin = Pin(15, Pin.OUT)',
        'led2_pin = Pin(2, Pin.OUT)',
        'led1 = Signal(led1_pin, invert=False)',
        'led2 = Signal(led2_pin, invert=True)',
        'led1.value(1)',
        'led2.value(1)',
        'print(led1_pin.value(), led2_pin.value(), led1.value(), led2())',
        'led3 = Signal(3, Pin.OUT, invert=True)',
        'led3.off()',
      ].join('\n'),
    )
    expect(lines).toEqual(['1 0 1 1'])
    expect([15, 2, 3].map((id) => shownPin(wire, id)?.level)).toEqual([1, 0, 1])
  })

  it('is interrupted by a level that it sets itself', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'from machine import Pin',
        'import time',
        'p = Pin(5, Pin.OUT, value=0)',
        'irq = p.irq(lambda p: print("rose", irq.flags()), Pin.IRQ_RISING)',
        'for i in range(3):',
        '    p.on()',
        '    p.off()',
        'time.sleep_ms(1)',
        'print("end")',
      ].join('\n'),
    )
    expect(lines).toEqual(['rose 8', 'rose 8', 'rose 8', 'end'])
    expect(shownPin(wire, 5)).toMatchObject({ use: 'output', level: 0 })
  })
})
