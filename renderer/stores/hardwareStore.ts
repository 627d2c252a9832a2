import { create } from 'zustand'
import { type Hardware, type HardwareChange, HardwareInputs, restingHardware, Wiring } from '../../shared/hardware'

interface HardwareView extends Hardware {
  /** What the user has changed and main has not taken in yet. It goes before `inputs`, so that a knob doesn't jump back under the hand. */
  wanted: Partial<HardwareInputs>
}

/** The virtual board as main told of it last. It is kept true only while `watchHardware` runs. */
export const useHardware = create<HardwareView>(() => ({
  state: restingHardware(false),
  inputs: HardwareInputs.parse({}),
  wiring: Wiring.parse({}),
  wanted: {},
}))

/** The board after a change. What did not change keeps its identity, so that only what is new is drawn. */
export function changedHardware(now: Hardware, { state, inputs, wiring }: HardwareChange): Hardware {
  return {
    state: state === undefined ? now.state : { ...now.state, ...state, pins: mergedPins(now.state.pins, state.pins) },
    inputs: inputs ?? now.inputs,
    wiring: wiring ?? now.wiring,
  }
}

type Pins = Hardware['state']['pins']

function mergedPins(pins: Pins, changed: Pins | undefined): Pins {
  if (changed === undefined || changed.length === 0) return pins
  const news = new Map(changed.map((pin) => [pin.id, pin]))
  return pins.map((pin) => news.get(pin.id) ?? pin)
}

/** One of the user's settings as it is, or is about to be. To be used as a selector. */
export function inputOf<K extends keyof HardwareInputs>(key: K): (view: HardwareView) => HardwareInputs[K] {
  return ({ inputs, wanted }) => wanted[key] ?? inputs[key]
}
