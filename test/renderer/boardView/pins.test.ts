import { describe, expect, it } from 'vitest'
import { type PinState, restingHardware, Wiring } from '../../../shared/hardware'
import { buzzerPitch } from '../../../renderer/boardView/buzzerSound'
import { lightWords, litShare, seenBrightness } from '../../../renderer/boardView/light'
import { noteName } from '../../../renderer/boardView/noteName'
import { frequencyWords, percent, pinUseWords, valueWords, voltWords } from '../../../renderer/boardView/pinWords'
import { servoPins } from '../../../renderer/boardView/Servo'
import { servoAngle } from '../../../renderer/boardView/servoAngle'

const pin = (state: Partial<PinState>): PinState => ({ id: 15, use: 'output', pull: 'none', level: 0, ...state })
const pwm = (frequency: number, duty: number): PinState => pin({ use: 'pwm', level: 1, frequency, duty })

describe('an LED', () => {
  it('is lit by its pin, dimmed by PWM, and not by a pull alone', () => {
    expect(litShare(pin({ level: 1 }))).toBe(1)
    expect(litShare(pwm(1_000, 0.37))).toBe(0.37)
    expect(litShare(pin({ use: 'input', pull: 'up', level: 1 }))).toBe(0)
    expect(litShare(undefined)).toBe(0)
  })

  it('says in words what it does', () => {
    expect([0, 0.001, 0.37, 0.999, 1].map(lightWords)).toEqual(['off', 'on, 1%', 'on, 37%', 'on, 99%', 'on'])
  })

  it('looks brighter than its share, as to the eye', () => {
    expect([0, 0.1, 0.5, 1].map((share) => Math.round(seenBrightness(share) * 100))).toEqual([0, 35, 73, 100])
  })
})

describe('a pin in the list', () => {
  it('says its level, its PWM or its voltage', () => {
    expect(valueWords(pin({ level: 1 }))).toBe('high')
    expect(valueWords(pin({ use: 'input' }))).toBe('low')
    expect(valueWords(pwm(1_500, 0.25))).toBe('1.5 kHz, 25%')
    expect(valueWords(pin({ use: 'analog', measured: 0.5 }))).toBe('1.65 V')
    expect(valueWords(pin({ use: 'i2c', level: 1 }))).toBe('')
  })

  it('says its use with its pull', () => {
    expect(pinUseWords(pin({ use: 'input', pull: 'up' }))).toBe('input, pull-up')
    expect(pinUseWords(pin({ use: 'input', pull: 'down' }))).toBe('input, pull-down')
    expect(pinUseWords(pin({ use: 'oneWire' }))).toBe('1-Wire')
  })

  it('has frequencies and shares that can be read', () => {
    expect([8, 50.25, 440, 999, 1_000, 38_000, 62_500_000].map(frequencyWords)).toEqual([
      '8 Hz',
      '50.3 Hz',
      '440 Hz',
      '999 Hz',
      '1 kHz',
      '38 kHz',
      '62.5 MHz',
    ])
    expect([-1, 0, 0.004, 0.5, 0.998, 1, 2].map(percent)).toEqual([0, 0, 1, 50, 99, 100, 100])
    expect(voltWords(1)).toBe('3.30 V')
  })
})

describe('the buzzer', () => {
  it('sounds as long as its level goes up and down', () => {
    expect(buzzerPitch(pwm(440, 0.5))).toBe(440)
    expect([pwm(440, 0), pwm(440, 1), pwm(5, 0.5), pwm(40_000, 0.5), pin({ level: 1 }), undefined].map(buzzerPitch)).toEqual(
      Array(6).fill(null),
    )
  })

  it('names the note that is played', () => {
    expect([27.5, 261.63, 277, 440, 466.16, 987.77, 4_186].map(noteName)).toEqual(['A0', 'C4', 'C♯4', 'A4', 'A♯4', 'B5', 'C8'])
    expect([0, 10, 10_000].map(noteName)).toEqual([null, null, null])
  })
})

describe('a servo', () => {
  it('turns by the length of its pulse', () => {
    expect([0.5, 1, 1.5, 2, 2.5].map((ms) => servoAngle(pwm(50, ms / 20)))).toEqual([0, 45, 90, 135, 180])
  })

  it('is not seen in a lamp that is dimmed, or where something else hangs', () => {
    expect([pwm(50, 0.5), pwm(1_000, 0.075), pwm(50, 0)].map(servoAngle)).toEqual([null, null, null])
    const state = restingHardware(true)
    const pins = state.pins.map((old) => ([15, 13, 16].includes(old.id) ? { ...pwm(50, 0.075), id: old.id } : old))
    expect(servoPins({ state: { ...state, pins }, wiring: Wiring.parse({}) })).toEqual([16])
  })
})
