import { describe, expect, it } from 'vitest'
import { rawBoard } from '../rig/boardProgram'
import type { BoardWire } from '../rig/boardWire'
import { shownPin, untilPin, untilShown } from '../rig/shownHardware'

/** Runs a program that ends; returns the numbers that it prints. */
async function numbersOf(wire: BoardWire, code: string): Promise<number[]> {
  const { output, error } = await wire.run(code)
  expect(error).toBe('')
  return output.trim().split(/\s+/).map(Number)
}

/** The converter's noise, in parts of 65535. */
const NOISE = 40

describe('a tutorial about the converter', () => {
  it('reads the knob, as it is turned', async () => {
    const wire = await rawBoard()
    const read = 'from machine import ADC, Pin\nadc = ADC(Pin(26))     # create ADC object on ADC pin\nprint(adc.read_u16(), adc.read_uv())'
    for (const knob of [0.25, 0.75]) {
      wire.hardware.setInputs({ knob })
      const [u16 = 0, uv = 0] = await numbersOf(wire, read)
      expect(Math.abs(u16 - knob * 65_535)).toBeLessThan(NOISE)
      expect(Math.abs(uv - knob * 3_300_000)).toBeLessThan(NOISE * 51)
      expect(shownPin(wire, 26)).toMatchObject({ use: 'analog' })
      expect(shownPin(wire, 26)?.measured).toBeCloseTo(knob, 3)
    }
    for (const knob of [0, 1]) {
      wire.hardware.setInputs({ knob })
      const values = await numbersOf(wire, 'print(*(adc.read_u16() for i in range(50)))')
      expect(values).toHaveLength(50)
      for (const value of values) expect(Math.abs(value - knob * 65_535)).toBeLessThan(NOISE)
      for (const value of values) expect(value).toBeGreaterThanOrEqual(0)
      for (const value of values) expect(value).toBeLessThanOrEqual(65_535)
    }
  })

  it('reads the light sensor as on an ESP32', async () => {
    const wire = await rawBoard()
    wire.hardware.setInputs({ light: 0.5 })
    const [fine = 0, coarse = 0] = await numbersOf(
      wire,
      [
        'from machine import ADC, Pin',
        'light = ADC(Pin(27), atten=ADC.ATTN_11DB)',
        'print(light.read())',
        'light.atten(ADC.ATTN_6DB)',
        'light.width(ADC.WIDTH_10BIT)',
        'print(light.read())',
      ].join('\n'),
    )
    expect(Math.abs(fine - 2_048)).toBeLessThan(5)
    expect(Math.abs(coarse - 512)).toBeLessThan(3)
    expect(shownPin(wire, 27)?.measured).toBeCloseTo(0.5, 3)
  })

  it('works out the temperature of the chip by the formula of the Pico', async () => {
    const wire = await rawBoard()
    for (const temperature of [-10, 36.6]) {
      wire.hardware.setInputs({ temperature })
      const [celsius = 0] = await numbersOf(
        wire,
        [
          'import machine',
          'sensor_temp = machine.ADC(4)',
          'conversion_factor = 3.3 / (65535)',
          'reading = 0',
          'for i in range(64):',
          '    reading += sensor_temp.read_u16() / 64 * conversion_factor',
          'temperature = 27 - (reading - 0.706)/0.001721',
          'print(temperature)',
        ].join('\n'),
      )
      expect(Math.abs(celsius - temperature)).toBeLessThan(1)
    }
  })
})

describe('a tutorial about PWM', () => {
  it('fades an LED in', async () => {
    const wire = await rawBoard()
    await wire.send(
      [
        'from machine import Pin, PWM',
        'from time import sleep',
        'pwm = PWM(Pin(15))',
        'pwm.freq(1000)',
        'for duty in range(0, 65026, 2500):',
        '    pwm.duty_u16(duty)',
        '    sleep(0.02)',
        'print("done", pwm.freq(), pwm.duty_u16())',
        '\x04',
      ].join('\n'),
    )
    for (const least of [0.1, 0.5, 0.9]) {
      const { state } = await untilShown(wire.hardware, (shown) => (shown.state.pins[15]?.duty ?? 0) >= least)
      expect(state.pins[15]).toMatchObject({ use: 'pwm', level: 1, frequency: 1_000 })
    }
    await wire.until('done 1000 65000')
    expect(shownPin(wire, 15)?.duty).toBeCloseTo(65_000 / 65_535, 4)
  })

  it('turns a servo, by the width of its pulse', async () => {
    const wire = await rawBoard()
    const numbers = await numbersOf(
      wire,
      [
        'from machine import Pin, PWM',
        'servo = PWM(Pin(16), freq=50)',
        'for us in (500, 1500, 2500):',
        '    servo.duty_ns(us * 1000)',
        '    print(servo.duty_ns(), servo.duty_u16())',
        'servo.freq(100)',
        'print(servo.duty_ns(), servo.duty_u16())',
      ].join('\n'),
    )
    expect(numbers).toEqual([500_000, 1_638, 1_500_000, 4_915, 2_500_000, 8_192, 2_500_000, 16_383])
    expect(shownPin(wire, 16)).toMatchObject({ use: 'pwm', frequency: 100 })
    expect(shownPin(wire, 16)?.duty).toBeCloseTo(0.25, 3)
  })

  it('uses PWM as the quick reference of the ESP32 does', async () => {
    const wire = await rawBoard()
    const numbers = await numbersOf(
      wire,
      [
        'from machine import Pin, PWM',
        'pwm0 = PWM(Pin(0))         # create PWM object from a pin',
        'freq = pwm0.freq()         # get current frequency',
        'pwm0.freq(1000)            # set PWM frequency from 1Hz to 40MHz',
        'pwm0.duty(256)             # set duty cycle from 0 to 1023 as a ratio duty/1023',
        'print(freq, pwm0.duty())',
        'pwm0.duty_u16(2**16*3//4)  # set duty cycle from 0 to 65535 as a ratio duty_u16/65535',
        'print(pwm0.duty_u16())',
        'pwm0.duty_ns(250_000)      # set pulse width in nanoseconds from 0 to 1_000_000_000/freq',
        'print(pwm0.duty_ns())',
        'pwm0.deinit()              # turn off PWM on the pin',
        'pwm2 = PWM(Pin(2), freq=20000, duty=512)  # create and configure in one go',
        'pwm3 = PWM(3, freq=100, duty_u16=16384, invert=True)',
      ].join('\n'),
    )
    expect(numbers).toEqual([5_000, 256, 49_152, 250_000])
    expect(shownPin(wire, 0)).toEqual({ id: 0, use: 'none', pull: 'none', level: 0 })
    expect(shownPin(wire, 2)?.duty).toBeCloseTo(0.5, 2)
    expect(shownPin(wire, 3)?.duty).toBeCloseTo(0.75, 2)
  })

  it('plays a tune on the buzzer, and is silent afterwards', async () => {
    const wire = await rawBoard()
    await wire.send(
      [
        'from machine import Pin, PWM',
        'import time',
        'buzzer = PWM(Pin(13))',
        'for tone in (262, 330, 392):',
        '    buzzer.freq(tone)',
        '    buzzer.duty_u16(32768)',
        '    time.sleep(0.15)',
        'buzzer.duty_u16(0)',
        'print("played")',
        '\x04',
      ].join('\n'),
    )
    for (const frequency of [262, 330, 392]) await untilPin(wire.hardware, 13, { use: 'pwm', frequency, level: 1 })
    await wire.until('played')
    await untilPin(wire.hardware, 13, { duty: 0, level: 0 })
  })

  it('refuses a frequency or duty that cannot be', async () => {
    const wire = await rawBoard()
    const tried = ['p.freq(0)', 'p.freq(10**9)', 'p.duty_u16(65536)', 'p.duty_u16(-2)', 'p.duty(1024)', 'p.duty_ns(10**7)']
    const { output } = await wire.run(
      `from machine import *\np = PWM(Pin(1), freq=1000)\nfor text in ${JSON.stringify(tried)}:\n try:\n  eval(text)\n except ValueError as e:\n  print("no:", e)`,
    )
    expect(output.trim().split('\r\n')).toHaveLength(tried.length)
    expect(shownPin(wire, 1)).toMatchObject({ use: 'pwm', frequency: 1_000, duty: 0 })
  })
})
