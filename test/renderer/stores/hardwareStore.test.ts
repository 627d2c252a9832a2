import { beforeEach, describe, expect, it } from 'vitest'
import { type Hardware, HardwareInputs, type PinState, restingHardware, Wiring } from '../../../shared/hardware'
import { changedHardware, inputOf, useHardware } from '../../../renderer/stores/hardwareStore'

const resting = (): Hardware => ({ state: restingHardware(true), inputs: HardwareInputs.parse({}), wiring: Wiring.parse({}) })
const lit: PinState = { id: 15, use: 'output', pull: 'none', level: 1 }

describe('the virtual board as the window knows it', () => {
  beforeEach(() => useHardware.setState({ ...resting(), wanted: {} }))

  it('takes in the pins that changed, and draws the others no second time', () => {
    const before = resting()
    const after = changedHardware(before, { state: { pins: [lit] } })
    expect(after.state.pins[15]).toBe(lit)
    expect(after.state.pins.filter((pin, id) => pin !== before.state.pins[id])).toEqual([lit])
    expect(after.state.powered).toBe(true)
    expect(after.inputs).toBe(before.inputs)
  })

  it('takes a display away when main says that there is none, and keeps it when main says nothing', () => {
    const display = { width: 8, height: 8, on: true, inverted: false, contrast: 1, picture: new Uint8Array(8) }
    const shown = changedHardware(resting(), { state: { display } })
    expect(changedHardware(shown, { state: { pins: [lit] } }).state.display).toBe(display)
    expect(changedHardware(shown, { state: { display: null } }).state.display).toBeNull()
  })

  it('goes dark after a reset', () => {
    const shown = changedHardware(resting(), { state: { pins: [lit], strip: { pin: 16, colours: [0xff0000] } } })
    expect(changedHardware(shown, { state: restingHardware(true) })).toEqual(resting())
  })

  it('shows what the user wants before main has taken it in', () => {
    useHardware.setState({ wanted: { knob: 0, buttonA: false } })
    expect(inputOf('knob')(useHardware.getState())).toBe(0)
    expect(inputOf('light')(useHardware.getState())).toBe(0.6)
  })
})
