import { describe, expect, it } from 'vitest'
import { restingHardware } from '../../shared/hardware'
import { linesOf, rawBoard } from '../rig/boardProgram'
import { BoardWire } from '../rig/boardWire'
import { shownPin, untilPin, untilShown } from '../rig/shownHardware'

describe('a timer', () => {
  it('runs once or again and again, as in the quick reference', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'from machine import Timer',
        'import time',
        'once = []',
        'again = []',
        'tim = Timer(period=30, mode=Timer.ONE_SHOT, callback=lambda t: once.append(t is tim))',
        'tim1 = Timer(1)',
        'tim1.init(period=20, mode=Timer.PERIODIC, callback=lambda t: again.append(t))',
        'time.sleep_ms(1000)',
        'tim1.deinit()',
        'n = len(again)',
        'time.sleep_ms(100)',
        'print(once, 10 < n <= 50, len(again) == n, again[0] is tim1)',
      ].join('\n'),
    )
    expect(lines).toEqual(['[True] True True True'])
  })

  it('comes in a program that never sleeps, by frequency too', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'from machine import Timer',
        'count = 0',
        'def tick(timer):',
        '    global count',
        '    count += 1',
        'tim = Timer(-1)',
        'tim.init(freq=100, callback=tick)',
        'while count < 10: pass',
        'tim.deinit()',
        'print(count)',
      ].join('\n'),
    )
    expect(lines).toEqual(['10'])
  })

  it('blinks on while the board stands at the prompt, and in the raw one; a soft reset ends it', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const program =
      'from machine import Pin, Timer\nled = Pin("LED", Pin.OUT)\ntim = Timer()\ndef tick(timer):\n    led.toggle()\ntim.init(freq=10, mode=Timer.PERIODIC, callback=tick)'
    expect(await wire.run(program)).toEqual({ output: '', error: '' })
    for (const level of [1, 0, 1] as const) await untilPin(wire.hardware, 25, { use: 'output', level })
    await wire.send('\x02')
    await wire.until('>>> ')
    for (const level of [0, 1, 0] as const) await untilPin(wire.hardware, 25, { level })
    expect(await wire.type('1 + 1')).toBe('2\r\n')
    await wire.send('\x04')
    await wire.until('>>> ')
    const { state } = await untilShown(wire.hardware, (shown) => shown.state.pins[25]?.use === 'none')
    expect(state).toEqual(restingHardware(true))
    expect(await wire.type('import time; time.sleep_ms(250)')).toBe('')
    expect(shownPin(wire, 25)?.use).toBe('none')
  })

  it('goes on while the program waits for input', async () => {
    const wire = await BoardWire.start()
    await wire.type('from machine import Pin, Timer; led = Pin(15, Pin.OUT)')
    await wire.type('tim = Timer(period=60, callback=lambda t: led.toggle())')
    await wire.send('input("name? ")\r')
    await wire.until('name? ')
    for (const level of [1, 0, 1] as const) await untilPin(wire.hardware, 15, { use: 'output', level })
    await wire.send('Ada\r')
    expect(await wire.until('>>> ')).toContain("'Ada'")
  })

  it('reports an exception in its callback, and ticks on; so does the program', async () => {
    const wire = await rawBoard()
    const { output, error } = await wire.run(
      [
        'from machine import Timer',
        'import time',
        'left = [0, 5, 2]',
        'def tick(timer):',
        '    if left: print("tick", 10 // left.pop())',
        'tim = Timer(period=20, callback=tick)',
        'while left: time.sleep_ms(5)',
        'time.sleep_ms(5)',
        'tim.deinit()',
        'print("end")',
      ].join('\n'),
    )
    expect(error).toBe('')
    expect(output.replaceAll('\r\n', '\n')).toMatch(
      /^tick 5\ntick 2\nTraceback \(most recent call last\):\n {2}File "<stdin>", line 5, in tick\nZeroDivisionError: divide by zero\nend\n$/,
    )
  })

  it('whose callback takes longer than its period leaves the program some time', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'from machine import Timer',
        'import time',
        'ticks = 0',
        'def tick(timer):',
        '    global ticks',
        '    ticks += 1',
        '    time.sleep_ms(20)',
        'tim = Timer(period=1, callback=tick)',
        'rounds = 0',
        'while rounds < 20: rounds += 1',
        'time.sleep_ms(50)',
        'tim.deinit()',
        'before = ticks',
        'time.sleep_ms(100)',
        'print(rounds, ticks > 1, ticks - before <= 1)',
      ].join('\n'),
    )
    expect(lines).toEqual(['20 True True'])
  })

  it('waits while interrupts are switched off', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'import machine, time',
        'ticks = []',
        'machine.Timer(mode=machine.Timer.ONE_SHOT, period=10, callback=lambda t: ticks.append(1))',
        'state = machine.disable_irq()',
        'time.sleep_ms(60)',
        'print(ticks)',
        'machine.enable_irq(state)',
        'time.sleep_ms(1)',
        'print(ticks)',
      ].join('\n'),
    )
    expect(lines).toEqual(['[]', '[1]'])
  })

  it('may come as often as it likes: its garbage is collected', async () => {
    const wire = await rawBoard()
    const lines = await linesOf(
      wire,
      [
        'from machine import Timer',
        'import gc, time',
        'made = 0',
        'def tick(timer):',
        '    global made',
        '    for i in range(20):',
        '        made += len(bytearray(2000))',
        'tim = Timer(period=2, callback=tick)',
        'while made < 2000000: time.sleep_ms(10)',
        'tim.deinit()',
        'gc.collect()',
        'print(gc.mem_free() > 150000)',
      ].join('\n'),
    )
    expect(lines).toEqual(['True'])
  })

  it.each(['Timer(99)', 'Timer(period=0, callback=print)', 'Timer(freq=-3, callback=print)', 'Timer(mode=7, period=5)'])(
    'refuses %s by a ValueError',
    async (call) => {
      const wire = await rawBoard()
      expect((await wire.run(`from machine import Timer\n${call}`)).error).toContain('ValueError: ')
    },
  )
})

describe('Ctrl-C ends', () => {
  it('a program whose time goes into callbacks', async () => {
    const wire = await rawBoard()
    await wire.send(
      [
        'from machine import Timer',
        'import time',
        'def tick(timer):',
        '    print("tick")',
        '    time.sleep(30)',
        'tim = Timer(period=10, callback=tick)',
        'while True: pass',
        '\x04',
      ].join('\n'),
    )
    await wire.until('tick')
    await wire.send('\x03')
    const rest = await wire.until('\x04>')
    expect(rest).toContain('line 5, in tick\r\nKeyboardInterrupt')
    expect(rest).toContain('line 7, in <module>\r\nKeyboardInterrupt')
  })

  it('a callback that came at the prompt, and gives a new prompt', async () => {
    const wire = await BoardWire.start()
    await wire.type('from machine import Timer; import time')
    await wire.type('def tick(timer): print("tick"); time.sleep(30)\r')
    await wire.send('tim = Timer(mode=Timer.ONE_SHOT, period=10, callback=tick)\r')
    await wire.until('tick)')
    await wire.until('tick\r\n')
    await wire.send('\x03')
    await wire.until('KeyboardInterrupt')
    await wire.until('>>> ')
    expect(await wire.type('1 + 1')).toBe('2\r\n')
  })
})
