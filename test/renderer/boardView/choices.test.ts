import { describe, expect, it } from 'vitest'
import { FIXED_PINS, Wiring } from '../../../shared/hardware'
import { knobAngle, knobShare } from '../../../renderer/boardView/knobTurn'
import { LEFT_CONTACTS, RIGHT_CONTACTS } from '../../../renderer/boardView/modulePins'
import { freePins, isUsual, moved, partOn, USUAL_WIRING } from '../../../renderer/boardView/wiringChoice'

describe('the knob', () => {
  it('points where the pointer is', () => {
    expect(knobShare(0, -1, 0.5)).toBeCloseTo(0.5)
    expect(knobShare(-1, 0, 0.3)).toBeCloseTo(0.1667, 3)
    expect(knobShare(1, 0, 0.7)).toBeCloseTo(0.8333, 3)
    expect([0, 0.5, 1].map(knobAngle)).toEqual([-135, 0, 135])
  })

  it('stops at its ends and doesn’t jump through the gap below', () => {
    expect(knobShare(-0.1, 1, 0.05)).toBe(0)
    expect(knobShare(0.1, 1, 0.05)).toBe(0)
    expect(knobShare(-0.1, 1, 0.95)).toBe(1)
    expect(knobShare(1, 0.5, 0.05)).toBe(0)
    expect(knobShare(-1, 0.5, 0.95)).toBe(1)
  })

  it('stands still under a pointer in its middle', () => {
    expect(knobShare(0.05, 0.05, 0.4)).toBeNull()
  })
})

describe('the wiring', () => {
  const usual = Wiring.parse({})

  it('moves a part to a free pin', () => {
    expect(moved(usual, 'redLed', 16)).toEqual({ wiring: { ...usual, redLed: 16 }, swapped: null })
    expect(moved(usual, 'redLed', usual.redLed)).toEqual({ wiring: usual, swapped: null })
  })

  it('never puts two parts on one pin: they change places', () => {
    const { wiring, swapped } = moved(usual, 'redLed', usual.blueLed)
    expect(swapped).toBe('blueLed')
    expect(wiring).toEqual({ ...usual, redLed: usual.blueLed, blueLed: usual.redLed })
    expect(partOn(wiring, usual.redLed)).toBe('blueLed')
    expect(isUsual(wiring)).toBe(false)
    expect(isUsual(USUAL_WIRING)).toBe(true)
  })

  it('leaves the pins of fixed parts alone', () => {
    expect(freePins().filter((pin) => (Object.values(FIXED_PINS) as number[]).includes(pin))).toEqual([])
    expect(freePins()).toContain(0)
  })
})

describe('the module', () => {
  it('has each pin of the header once, twenty contacts a side', () => {
    expect([LEFT_CONTACTS.length, RIGHT_CONTACTS.length]).toEqual([20, 20])
    const pins = [...LEFT_CONTACTS, ...RIGHT_CONTACTS].filter((contact) => typeof contact === 'number').sort((a, b) => a - b)
    expect(pins).toEqual([...Array(23).keys(), 26, 27, 28])
  })
})
