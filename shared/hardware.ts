import { z } from 'zod'

/** What a pin of the virtual board is used for. */
export const PinUse = z.enum(['none', 'input', 'output', 'openDrain', 'pwm', 'analog', 'i2c', 'spi', 'uart', 'oneWire', 'pixels'])
export type PinUse = z.infer<typeof PinUse>

const Level = z.union([z.literal(0), z.literal(1)])
/** A part of one, from 0 to 1. */
const Share = z.number().min(0).max(1)
const PinNumber = z.number().int().min(0).max(29)

/** One pin of the virtual board, as it stands now. */
export const PinState = z.object({
  /** The number of its GPIO. */
  id: PinNumber,
  use: PinUse,
  pull: z.enum(['none', 'up', 'down']),
  /** What a measurement would show. Of PWM: 1 unless it is off. */
  level: Level,
  /** Of PWM, in Hz. */
  frequency: z.number().optional(),
  /** Of PWM: the share of the time that it is high. */
  duty: Share.optional(),
  /** Of an analog input: what it measures, as a share of 3.3 V. */
  measured: Share.optional(),
})
export type PinState = z.infer<typeof PinState>

/** The strip of lights: `colours` are 0xRRGGBB, the first one nearest to the board. */
export const PixelStrip = z.object({ pin: PinNumber, colours: z.array(z.number().int().min(0).max(0xffffff)) })
export type PixelStrip = z.infer<typeof PixelStrip>

/** The small display. `picture` is kept as an SSD1306 does: row of 8 dots after row, a byte is 8 dots one below the other, the lowest bit on top. */
export const DisplayState = z.object({
  width: z.number().int().min(1).max(128),
  height: z.number().int().min(1).max(64),
  on: z.boolean(),
  inverted: z.boolean(),
  contrast: Share,
  picture: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= 1_024),
})
export type DisplayState = z.infer<typeof DisplayState>

/** What the virtual board shows of itself. */
export const HardwareState = z.object({
  /** False while the board has no power; everything else is as after a reset then. */
  powered: z.boolean(),
  /** All pins, by their numbers. */
  pins: z.array(PinState),
  /** Null as long as no program has written to one. */
  strip: PixelStrip.nullable(),
  /** Null as long as no program has set it up. */
  display: DisplayState.nullable(),
})
export type HardwareState = z.infer<typeof HardwareState>

/** What the user does to the virtual board. It stays so over resets. */
export const HardwareInputs = z.object({
  /** Button A, pressed. */
  buttonA: z.boolean().default(false),
  /** The button BOOT, pressed. */
  buttonBoot: z.boolean().default(false),
  /** How far the knob is turned. */
  knob: Share.default(0.5),
  /** How bright it is around the board. */
  light: Share.default(0.6),
  /** Degrees Celsius around the board. */
  temperature: z.number().min(-40).max(125).default(21.5),
  /** Per cent of relative humidity. */
  humidity: z.number().min(0).max(100).default(45),
})
export type HardwareInputs = z.infer<typeof HardwareInputs>

/** Which pin each part hangs on. Sensors with a protocol of their own (display, light strip, DHT, DS18x20) answer on every pin that a program names. */
export const Wiring = z.object({
  redLed: PinNumber.default(15),
  blueLed: PinNumber.default(2),
  /** Presses pull its pin low; high when the program has asked for a pull-down. */
  buttonA: PinNumber.default(14),
  buttonBoot: PinNumber.default(0),
  buzzer: PinNumber.default(13),
})
export type Wiring = z.infer<typeof Wiring>

/** The green LED on the board itself, `Pin('LED')`; the knob and the light sensor on inputs of the converter. These can't be moved. */
export const FIXED_PINS = { led: 25, knob: 26, light: 27, generator: 28 } as const

/** Everything about the virtual board that a window shows. */
export const Hardware = z.object({ state: HardwareState, inputs: HardwareInputs, wiring: Wiring })
export type Hardware = z.infer<typeof Hardware>

/** What of it is new: whole parts; of `pins` only those that changed. */
export const HardwareChange = z.object({
  state: HardwareState.partial().optional(),
  inputs: HardwareInputs.optional(),
  wiring: Wiring.optional(),
})
export type HardwareChange = z.infer<typeof HardwareChange>

const { buttonA, buttonBoot, knob, light, temperature, humidity } = HardwareInputs.shape

/** What the user changes at once. Without the defaults: what is absent stays as it is. */
export const InputsPatch = z
  .object({
    buttonA: buttonA.unwrap(),
    buttonBoot: buttonBoot.unwrap(),
    knob: knob.unwrap(),
    light: light.unwrap(),
    temperature: temperature.unwrap(),
    humidity: humidity.unwrap(),
  })
  .partial()
export type InputsPatch = z.infer<typeof InputsPatch>

/** The state of a board that was just reset, or has no power. */
export function restingHardware(powered: boolean): HardwareState {
  const pins = Array.from({ length: 30 }, (_, id): PinState => ({ id, use: 'none', pull: 'none', level: 0 }))
  return { powered, pins, strip: null, display: null }
}
