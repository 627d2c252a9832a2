import { Outside, PinMode, Pull, Register, type Registers } from './registers'

/** The level that a measurement at a pin would show: 0 or 1. `machine.Pin` works it out in the same way (rom/_pin.py). Of PWM: 1 unless it is off. */
export function levelOf(registers: Registers, pin: number): 0 | 1 {
  const out = registers.byteAt(Register.out + pin) === 0 ? 0 : 1
  switch (registers.byteAt(Register.mode + pin)) {
    case PinMode.none:
    case PinMode.input:
      return inputLevel(registers, pin)
    case PinMode.openDrain:
    case PinMode.oneWire:
      return out === 0 ? 0 : inputLevel(registers, pin)
    case PinMode.pwm:
      return registers.halfAt(Register.duty + 2 * pin) === 0 ? 0 : 1
    default:
      return out
  }
}

function inputLevel(registers: Registers, pin: number): 0 | 1 {
  const pull = registers.byteAt(Register.pull + pin)
  switch (registers.byteAt(Register.outside + pin)) {
    case Outside.low:
      return 0
    case Outside.high:
      return 1
    case Outside.pressed:
      return pull === Pull.down ? 1 : 0
    case Outside.released:
      return pull === Pull.down ? 0 : 1
    default:
      return pull === Pull.up ? 1 : 0
  }
}
