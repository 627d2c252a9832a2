import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'
import { shownPin, untilShown } from '../rig/shownHardware'

const CAUSES =
  'import machine; [n for n in ("PWRON_RESET", "HARD_RESET", "WDT_RESET", "DEEPSLEEP_RESET", "SOFT_RESET") if getattr(machine, n) == machine.reset_cause()]'

/** Why the board says that it was started; it is at its prompt. */
async function cause(wire: BoardWire): Promise<string> {
  return (await wire.type(CAUSES)).trim()
}

describe('the cause of a reset', () => {
  it('is told for each kind of them', async () => {
    const wire = await BoardWire.start()
    expect(await cause(wire)).toBe("['PWRON_RESET']")
    await wire.send('\x04')
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['SOFT_RESET']")
    await wire.send('import machine; machine.reset()\r')
    await wire.until('\r\n')
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['HARD_RESET']")
    await wire.send('import machine; machine.soft_reset()\r')
    await wire.until('soft reboot')
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['SOFT_RESET']")
    await wire.board.hardReset()
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['HARD_RESET']")
    await wire.board.powerOff()
    expect(wire.hardware.get().state.powered).toBe(false)
    await wire.board.powerOn()
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['PWRON_RESET']")
  })
})

describe('the watchdog', () => {
  it('lets a program alone that feeds it, and resets the board when that has ended', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output, error } = await wire.run(
      [
        'from machine import Pin, WDT',
        'import time',
        'led = Pin("LED", Pin.OUT, value=1)',
        'wdt = WDT(timeout=1500)  # enable it with a timeout',
        'for i in range(4):',
        '    time.sleep(0.5)',
        '    wdt.feed()',
        'print("fed")',
      ].join('\n'),
    )
    expect({ output, error }).toEqual({ output: 'fed\r\n', error: '' })
    expect(shownPin(wire, 25)).toMatchObject({ use: 'output', level: 1 })
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['WDT_RESET']")
    expect(shownPin(wire, 25)).toMatchObject({ use: 'none', level: 0 })
  })

  it('resets a board that hangs in an endless loop', async () => {
    const wire = await BoardWire.start()
    await wire.send('import machine; wdt = machine.WDT(timeout=100); max(range(10**9))\r')
    await wire.until('\r\n')
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['WDT_RESET']")
  })
})

describe('deep sleep', () => {
  it('ends by a reset, and main.py can tell', async () => {
    const wire = await BoardWire.start()
    const main =
      'import machine\\nif machine.reset_cause() == machine.DEEPSLEEP_RESET:\\n    print("woke from a deep sleep", machine.RTC().memory())\\nelse:\\n    print("first start")\\n'
    await wire.type(`with open('main.py', 'w') as f: f.write('${main}')\r`)
    await wire.type('from machine import *; RTC().memory(b"slept"); led = Pin(15, Pin.OUT, value=1)')
    await wire.send('deepsleep(100)\r')
    await wire.until("woke from a deep sleep b'slept'")
    await wire.until('>>> ')
    expect(shownPin(wire, 15)?.use).toBe('none')
  })

  it('without a time lasts until the alarm of the clock', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send(
      [
        'import machine',
        'rtc = machine.RTC()',
        'rtc.irq(trigger=rtc.ALARM0, wake=machine.DEEPSLEEP)',
        'rtc.alarm(rtc.ALARM0, 100)',
        'machine.deepsleep()',
        '\x04',
      ].join('\n'),
    )
    await wire.until('OK')
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['DEEPSLEEP_RESET']")
  })

  it('without end leaves the reset button', async () => {
    const wire = await BoardWire.start()
    await wire.send('import machine; machine.Pin(2, machine.Pin.OUT); machine.deepsleep()\r')
    await untilShown(wire.hardware, ({ state }) => state.pins[2]?.use === 'output')
    await wire.board.hardReset()
    await wire.until('>>> ')
    expect(await cause(wire)).toBe("['HARD_RESET']")
  })
})

describe('the clock', () => {
  it('shows local time at power-up; what a program sets stays over resets, but not without power', async () => {
    const wire = await BoardWire.start()
    const now = async (): Promise<number> => Number(await wire.type('import time; time.time()'))
    const local = (): number => Date.now() / 1_000 - 60 * new Date().getTimezoneOffset()
    expect(Math.abs((await now()) - local())).toBeLessThan(5)
    await wire.type('from machine import RTC; rtc = RTC()')
    await wire.type('rtc.datetime((2020, 1, 21, 2, 10, 32, 36, 0))')
    expect(await wire.type('rtc.datetime()[:6]')).toBe('(2020, 1, 21, 1, 10, 32)\r\n')
    expect(await wire.type('time.localtime()[:5]')).toBe('(2020, 1, 21, 10, 32)\r\n')
    await wire.send('\x04')
    await wire.until('>>> ')
    expect(await wire.type('import time; time.localtime()[:5]')).toBe('(2020, 1, 21, 10, 32)\r\n')
    await wire.board.hardReset()
    await wire.until('>>> ')
    expect(await wire.type('import time; time.localtime()[:5]')).toBe('(2020, 1, 21, 10, 32)\r\n')
    await wire.board.powerOff()
    await wire.board.powerOn()
    await wire.until('>>> ')
    expect(Math.abs((await now()) - local())).toBeLessThan(5)
  })

  it('refuses what is no date', async () => {
    const wire = await BoardWire.start()
    expect(await wire.type('import machine; machine.RTC().datetime((2020, 13, 1, 0, 0, 0, 0, 0))')).toContain('ValueError')
  })
})

describe('the chip', () => {
  it('has a frequency, an identity, and no bootloader', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output, error } = await wire.run(
      [
        'import machine',
        'print(machine.freq())          # get the current frequency of the CPU',
        'machine.freq(240000000)        # set the CPU frequency to 240 MHz',
        'print(machine.freq(), len(machine.unique_id()))',
        'machine.idle()',
        'machine.lightsleep(20)',
        'print(machine.time_pulse_us(machine.Pin(3, machine.Pin.IN), 1, 1000))',
        'print(hasattr(machine, "mem32"))',
        'try:',
        '    machine.bootloader()',
        'except NotImplementedError as e:',
        '    print(e)',
      ].join('\n'),
    )
    expect(error).toBe('')
    expect(output.trim().split('\r\n')).toEqual(['125000000', '240000000 8', '-2', 'False', 'the virtual board has no bootloader'])
    expect(shownPin(wire, 3)).toMatchObject({ use: 'input', level: 0 })
  })

  it('measures how long a pulse is', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output, error } = await wire.run(
      [
        'from machine import *',
        'pin = Pin(5, Pin.OUT, value=0)',
        'tim = Timer(period=40, callback=lambda t: pin.toggle())',
        'for level in (1, 0):',
        '    print(10_000 < time_pulse_us(pin, level, 5_000_000) < 1_000_000)',
        'tim.deinit()',
      ].join('\n'),
    )
    expect({ output, error }).toEqual({ output: 'True\r\nTrue\r\n', error: '' })
    expect(shownPin(wire, 5)).toMatchObject({ use: 'output' })
  })
})
