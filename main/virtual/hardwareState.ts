import { type HardwareState, type PinState, PinUse } from '../../shared/hardware'
import { levelOf } from './pinLevel'
import { DisplayFlag, MOST_DISPLAY_BYTES, MOST_PIXELS, PIN_COUNT, PinMode, Register, type Registers } from './registers'

const PULLS = ['none', 'up', 'down'] as const
/** The pin of the converter's channel 0. */
const FIRST_ANALOG_PIN = 26
const NO_PIN = 255
const FULL_SCALE = 65_535

/** What the board shows, read from its registers. */
export function readHardware(registers: Registers): HardwareState {
  const pins = Array.from({ length: PIN_COUNT }, (_, id) => readPin(registers, id))
  return { powered: true, pins, strip: readStrip(registers), display: readDisplay(registers) }
}

/** What is different in `after`: whole parts, but of `pins` only those that changed. Undefined when nothing is. */
export function hardwareChange(before: HardwareState, after: HardwareState): Partial<HardwareState> | undefined {
  const change: Partial<HardwareState> = {}
  const pins = after.pins.filter((pin, i) => !same(pin, before.pins[i]))
  if (after.powered !== before.powered) change.powered = after.powered
  if (pins.length > 0) change.pins = pins
  if (!same(after.strip, before.strip)) change.strip = after.strip
  if (!same(after.display, before.display)) change.display = after.display
  return Object.keys(change).length === 0 ? undefined : change
}

function readPin(registers: Registers, id: number): PinState {
  const mode = registers.byteAt(Register.mode + id)
  const use = PinUse.options[mode] ?? 'none'
  if (use === 'none') return restingPin(id)
  const pin: PinState = { id, use, pull: PULLS[registers.byteAt(Register.pull + id)] ?? 'none', level: levelOf(registers, id) }
  if (mode === PinMode.pwm) {
    pin.frequency = registers.wordAt(Register.frequency + 4 * id)
    pin.duty = registers.halfAt(Register.duty + 2 * id) / FULL_SCALE
  }
  if (mode === PinMode.analog && id >= FIRST_ANALOG_PIN) {
    pin.measured = registers.halfAt(Register.analog + 2 * (id - FIRST_ANALOG_PIN)) / FULL_SCALE
  }
  return pin
}

function restingPin(id: number): PinState {
  return { id, use: 'none', pull: 'none', level: 0 }
}

function readStrip(registers: Registers): HardwareState['strip'] {
  const pin = registers.byteAt(Register.pixelPin)
  const count = Math.min(registers.halfAt(Register.pixelCount), MOST_PIXELS)
  if (count === 0 || pin === NO_PIN) return null
  const bytes = registers.copy(Register.pixels, 3 * count)
  const colours = Array.from({ length: count }, (_, i) => Buffer.from(bytes.buffer).readUIntBE(3 * i, 3))
  return { pin, colours }
}

function readDisplay(registers: Registers): HardwareState['display'] {
  const width = registers.byteAt(Register.displayWidth)
  const height = registers.byteAt(Register.displayHeight)
  if (width === 0 || height === 0) return null
  const flags = registers.byteAt(Register.displayFlags)
  return {
    width,
    height,
    on: (flags & DisplayFlag.on) !== 0,
    inverted: (flags & DisplayFlag.inverted) !== 0,
    contrast: registers.byteAt(Register.displayContrast) / 255,
    picture: registers.copy(Register.display, Math.min(width * Math.ceil(height / 8), MOST_DISPLAY_BYTES)),
  }
}

/** Whether two plain values are equal: numbers and texts, and objects, lists and bytes of them. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
