import { Register } from '../registers'
import type { Part, PartSurroundings } from './part'

/** A kind of sensor: how often it measures, what it can measure, and how it says it. */
interface Kind {
  everyMs: number
  /** In degrees Celsius and per cent. */
  temperature: readonly [least: number, most: number]
  humidity: readonly [least: number, most: number]
  encode: (humidity: number, temperature: number) => number[]
}

/** By the number that a request names. */
const KINDS: ReadonlyMap<number, Kind> = new Map([
  [
    11,
    {
      everyMs: 1_000,
      temperature: [0, 50],
      humidity: [20, 90],
      encode: (humidity, temperature) => [Math.round(humidity), 0, Math.round(temperature), 0],
    },
  ],
  [
    22,
    {
      everyMs: 2_000,
      temperature: [-40, 80],
      humidity: [0, 100],
      // Tenths; the highest bit of the temperature is its sign.
      encode: (humidity, temperature) => [
        ...halves(Math.round(humidity * 10)),
        ...halves(Math.round(Math.abs(temperature) * 10) | (temperature < 0 ? 0x8000 : 0)),
      ],
    },
  ],
])

/**
 * Sensors DHT11 and DHT22: one on every pin that a program names. Asked again too soon, a sensor says what it measured last. A request: pin
 * and kind; the answer: four bytes and their sum, as on the wire.
 */
export class DhtPart implements Part {
  private readonly measured = new Map<number, { at: number; bytes: Uint8Array }>()

  constructor(private readonly board: Pick<PartSurroundings, 'registers' | 'clock'>) {}

  answer(request: Uint8Array): Uint8Array {
    const [pin = 0, number = 0] = request
    const kind = KINDS.get(number)
    if (kind === undefined) return new Uint8Array(0)
    const key = pin * 256 + number
    const now = this.board.clock.monotonic()
    const last = this.measured.get(key)
    if (last !== undefined && now - last.at < kind.everyMs) return last.bytes
    const bytes = this.measure(kind)
    this.measured.set(key, { at: now, bytes })
    return bytes
  }

  private measure({ temperature, humidity, encode }: Kind): Uint8Array {
    const { registers } = this.board
    const degrees = within(((registers.halfAt(Register.temperature) << 16) >> 16) / 100, temperature)
    const percent = within(registers.halfAt(Register.humidity) / 100, humidity)
    const bytes = encode(percent, degrees)
    return Uint8Array.from([...bytes, bytes.reduce((sum, byte) => sum + byte, 0) & 0xff])
  }
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value))
}

function halves(word: number): number[] {
  return [word >> 8, word & 0xff]
}
