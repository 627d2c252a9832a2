import { Register } from '../registers'
import { sensirionCrc } from './crc8'
import type { I2cDevice } from './i2cBus'
import type { PartSurroundings } from './part'

// Commands of the SHT3x: data sheet "SHT3x-DIS", section 4.
const FETCH = 0xe000
const BREAK = 0x3093
const SOFT_RESET = 0x30a2
const HEATER_ON = 0x306d
const HEATER_OFF = 0x3066
const READ_STATUS = 0xf32d
const CLEAR_STATUS = 0x3041
const READ_SERIAL = new Set([0x3780, 0x3682])
const SERIAL_NUMBER = [0x5065, 0x7266]

/** Milliseconds that a measurement takes at most, of high, medium and low repeatability (data sheet, table 4). */
const DURATION = { high: 15.5, medium: 6.5, low: 4.5 } as const
type Repeatability = keyof typeof DURATION
/** Single measurements. Those with clock stretching hold the clock until they are done, the others don't answer before. */
const SINGLE: ReadonlyMap<number, { repeatability: Repeatability; stretches: boolean }> = new Map([
  [0x2c06, { repeatability: 'high', stretches: true }],
  [0x2c0d, { repeatability: 'medium', stretches: true }],
  [0x2c10, { repeatability: 'low', stretches: true }],
  [0x2400, { repeatability: 'high', stretches: false }],
  [0x240b, { repeatability: 'medium', stretches: false }],
  [0x2416, { repeatability: 'low', stretches: false }],
])
/** Periodic measurements: the milliseconds between two. 0x2b32 is the accelerated response. */
const PERIODIC: ReadonlyMap<number, number> = new Map([
  ...[0x2032, 0x2024, 0x202f].map((command) => [command, 2_000] as const),
  ...[0x2130, 0x2126, 0x212d].map((command) => [command, 1_000] as const),
  ...[0x2236, 0x2220, 0x222b].map((command) => [command, 500] as const),
  ...[0x2334, 0x2322, 0x2329, 0x2b32].map((command) => [command, 250] as const),
  ...[0x2737, 0x2721, 0x272a].map((command) => [command, 100] as const),
])

/** Bits of the status: an alert is pending, heater on, reset since the last clearing. */
const Status = { alert: 0x8000, heater: 0x2000, reset: 0x0010 } as const
const IDLE = 0xff
/** How far two measurements of the same air lie apart, in hundredths of a degree or of a per cent. */
const NOISE = 3

/** The sensor of temperature and humidity on I2C: it measures what the user has set. */
export class Sht3x implements I2cDevice {
  readonly address = 0x44
  private command: number[] = []
  /** Bytes that it sends when it is read; undefined: it doesn't acknowledge. */
  private output: number[] | undefined
  private sent = 0
  private holdsMs = 0
  private status: number = Status.alert | Status.reset
  /** The measurement under way, or the last one when it was not read yet. */
  private measurement: { readyAt: number; stretches: boolean; every: number | undefined } | undefined
  /** `FETCH` came: periodic measurements are read by it alone. */
  private fetching = false

  constructor(private readonly board: Pick<PartSurroundings, 'registers' | 'clock'>) {}

  select(reading: boolean): boolean {
    if (!reading) {
      this.command = []
      return true
    }
    this.sent = 0
    this.holdsMs = 0
    this.output ??= this.takeMeasurement()
    return this.output !== undefined
  }

  write(byte: number): boolean {
    this.command.push(byte)
    if (this.command.length !== 2) return true
    return this.execute(((this.command[0] ?? 0) << 8) | byte)
  }

  read(): number {
    return this.output?.[this.sent++] ?? IDLE
  }

  end(): void {
    if (this.sent > 0) this.output = undefined
    this.sent = 0
  }

  held(): number {
    return this.holdsMs
  }

  private get now(): number {
    return this.board.clock.monotonic()
  }

  private execute(command: number): boolean {
    this.output = undefined
    this.fetching = false
    const single = SINGLE.get(command)
    const every = PERIODIC.get(command)
    if (single !== undefined) {
      this.measurement = { readyAt: this.now + DURATION[single.repeatability], stretches: single.stretches, every: undefined }
    } else if (every !== undefined) {
      this.measurement = { readyAt: this.now + DURATION.high, stretches: false, every }
    } else if (READ_SERIAL.has(command)) {
      this.output = SERIAL_NUMBER.flatMap(withCrc)
    } else {
      return this.control(command)
    }
    return true
  }

  private control(command: number): boolean {
    switch (command) {
      case FETCH:
        this.fetching = true
        return true
      case BREAK:
        this.measurement = undefined
        return true
      case SOFT_RESET:
        this.measurement = undefined
        this.status = Status.alert | Status.reset
        return true
      case HEATER_ON:
        this.status |= Status.heater
        return true
      case HEATER_OFF:
        this.status &= ~Status.heater
        return true
      case READ_STATUS:
        this.output = withCrc(this.status)
        return true
      case CLEAR_STATUS:
        this.status &= ~(Status.alert | Status.reset)
        return true
      default:
        return false
    }
  }

  /** The six bytes of a measurement that is ready, or that the reader waits for; each is read once. */
  private takeMeasurement(): number[] | undefined {
    const { measurement, now } = this
    if (measurement === undefined) return undefined
    const { readyAt, stretches, every } = measurement
    if (!stretches && now < readyAt) return undefined
    if (every !== undefined) {
      if (!this.fetching) return undefined
      this.fetching = false
      measurement.readyAt += every * (1 + Math.floor((now - readyAt) / every))
    } else {
      this.measurement = undefined
      this.holdsMs = Math.max(0, readyAt - now)
    }
    return this.measure()
  }

  private measure(): number[] {
    const { registers } = this.board
    const temperature = ((registers.halfAt(Register.temperature) << 16) >> 16) + this.noise()
    const humidity = registers.halfAt(Register.humidity) + this.noise()
    return [...withCrc(raw((temperature / 100 + 45) / 175)), ...withCrc(raw(humidity / 10_000))]
  }

  private noise(): number {
    return (this.board.clock.random() * 2 - 1) * NOISE
  }
}

/** A share of the measuring range, as 16 bits. */
function raw(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 0xffff)
}

function withCrc(word: number): number[] {
  const bytes = [word >> 8, word & 0xff]
  return [...bytes, sensirionCrc(bytes)]
}
