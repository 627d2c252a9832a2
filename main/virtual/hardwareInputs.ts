import { FIXED_PINS, type HardwareInputs, type Wiring } from '../../shared/hardware'
import { Outside, PIN_COUNT, Register, type Registers } from './registers'

const FULL_SCALE = 65_535
const REFERENCE_VOLTS = 3.3
/** Channels of the converter; the generator's is the board's own. */
const Channel = { knob: 0, light: 1, supply: 3, chip: 4 } as const
/** What channel 3 of a Pico measures: a third of the 5 V of USB. */
const SUPPLY_VOLTS = 5 / 3

/** Writes what is around the board into registers, as its pins and sensors see it. */
export function writeInputs(registers: Registers, inputs: HardwareInputs, wiring: Wiring): void {
  for (let pin = 0; pin < PIN_COUNT; pin++) registers.byte(Register.outside + pin, Outside.floating)
  registers.byte(Register.outside + wiring.buttonA, inputs.buttonA ? Outside.pressed : Outside.released)
  registers.byte(Register.outside + wiring.buttonBoot, inputs.buttonBoot ? Outside.pressed : Outside.released)
  registers.byte(Register.boot, inputs.buttonBoot ? Outside.pressed : Outside.released)
  const analog = (channel: number, share: number): void => {
    registers.half(Register.analog + 2 * channel, Math.round(share * FULL_SCALE))
  }
  analog(Channel.knob, inputs.knob)
  analog(Channel.light, inputs.light)
  analog(Channel.supply, SUPPLY_VOLTS / REFERENCE_VOLTS)
  analog(Channel.chip, chipVolts(inputs.temperature) / REFERENCE_VOLTS)
  registers.half(Register.temperature, Math.round(inputs.temperature * 100))
  registers.half(Register.humidity, Math.round(inputs.humidity * 100))
}

/** What the temperature sensor in the chip gives, in volts; source: data sheet of the RP2040, "Temperature Sensor". */
function chipVolts(celsius: number): number {
  return 0.706 - (celsius - 27) * 0.001721
}

/** The pins that parts hang on, also those that can't be moved. */
export function takenPins(wiring: Wiring): number[] {
  return [...Object.values(wiring), ...Object.values(FIXED_PINS)]
}
