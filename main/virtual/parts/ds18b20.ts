import { Register } from '../registers'
import { oneWireCrc } from './crc8'
import type { PartSurroundings } from './part'

/** Commands that choose a device, and then those that it does: data sheet of the DS18B20, "1-wire bus system" and "function commands". */
const Rom = { search: 0xf0, read: 0x33, match: 0x55, skip: 0xcc, searchAlarm: 0xec } as const
const Function = { convert: 0x44, writeScratchpad: 0x4e, readScratchpad: 0xbe, copy: 0x48, recall: 0xb8, power: 0xb4 } as const

const FAMILY = 0x28
const ROM_BITS = 64
/** What the temperature is before the first conversion: 85 degrees. */
const RESET_TEMPERATURE = 85 * 16
/** Alarm limits of 75 and 70 degrees and 12 bits of resolution, as it comes from the factory. */
const FACTORY_SETTINGS = [0x4b, 0x46, 0x7f]
/** A conversion with 9 bits; each bit more doubles it. Real ones take about four fifths of what the data sheet allows at most. */
const CONVERSION_MS = 75
const RELEASED = 1

/** What it does with the next bit that is written to it. */
type State = 'idle' | 'rom' | 'match' | 'search' | 'function' | 'scratchpad'

/** The thermometer on the 1-wire bus, bit after bit. */
export class Ds18b20 {
  /** Family, serial number and checksum. */
  readonly rom: readonly number[]
  private state: State = 'idle'
  /** Bits that were written and are not understood yet. */
  private written: number[] = []
  /** Bits that it sends next. */
  private output: number[] = []
  private searchedBits = 0
  private temperature = RESET_TEMPERATURE
  private settings = [...FACTORY_SETTINGS]
  private saved = [...FACTORY_SETTINGS]
  private readyAt: number | undefined

  constructor(
    serialNumber: readonly [number, number, number, number, number, number],
    private readonly board: Pick<PartSurroundings, 'registers' | 'clock'>,
  ) {
    const rom = [FAMILY, ...serialNumber]
    this.rom = [...rom, oneWireCrc(rom)]
  }

  /** A long low pulse on the bus, which it answers by its presence. */
  reset(): void {
    this.enter('rom')
  }

  write(bit: number): void {
    if (this.state === 'idle') return
    if (this.state === 'search') {
      this.searched(bit)
      return
    }
    this.written.push(bit)
    if (this.written.length < this.wantedBits()) return
    const bytes = bytesOf(this.written)
    this.written = []
    this.understand(bytes)
  }

  /** The level of the bus while it may send. */
  read(): number {
    const next = this.output.shift()
    if (next !== undefined) return next
    this.finish()
    return this.readyAt === undefined ? RELEASED : 0
  }

  private enter(state: State): void {
    this.state = state
    this.written = []
    this.output = []
  }

  private wantedBits(): number {
    if (this.state === 'match') return ROM_BITS
    return this.state === 'scratchpad' ? 8 * FACTORY_SETTINGS.length : 8
  }

  private understand(bytes: number[]): void {
    const [first = 0] = bytes
    if (this.state === 'rom') this.choose(first)
    else if (this.state === 'match') this.enter(bytes.every((byte, i) => byte === this.rom[i]) ? 'function' : 'idle')
    else if (this.state === 'function') this.execute(first)
    else {
      this.settings = [bytes[0] ?? 0, bytes[1] ?? 0, ((bytes[2] ?? 0) & 0x60) | 0x1f]
      this.enter('idle')
    }
  }

  private choose(command: number): void {
    switch (command) {
      case Rom.search:
      case Rom.searchAlarm:
        this.enter(command === Rom.search || this.isAlarming() ? 'search' : 'idle')
        this.searchedBits = 0
        if (this.state === 'search') this.offerBit()
        return
      case Rom.read:
        this.enter('function')
        this.output = bitsOf(this.rom)
        return
      case Rom.match:
        this.enter('match')
        return
      default:
        this.enter(command === Rom.skip ? 'function' : 'idle')
    }
  }

  /** Sends the next bit of its number and its opposite; then it waits for the bit of those that shall go on. */
  private offerBit(): void {
    const bit = bitsOf(this.rom)[this.searchedBits] ?? 0
    this.output = [bit, 1 - bit]
  }

  private searched(bit: number): void {
    if (bit !== bitsOf(this.rom)[this.searchedBits]) {
      this.enter('idle')
      return
    }
    this.searchedBits++
    if (this.searchedBits === ROM_BITS) this.enter('function')
    else this.offerBit()
  }

  private execute(command: number): void {
    this.enter('idle')
    this.finish()
    if (command === Function.convert) this.readyAt = this.board.clock.monotonic() + CONVERSION_MS * 2 ** this.extraBits
    else if (command === Function.writeScratchpad) this.enter('scratchpad')
    else if (command === Function.readScratchpad) this.output = bitsOf(this.scratchpad())
    else if (command === Function.copy) this.saved = [...this.settings]
    else if (command === Function.recall) this.settings = [...this.saved]
    else if (command === Function.power) this.output = [1] // it has a supply of its own
  }

  /** Bits of resolution beyond 9. */
  private get extraBits(): number {
    return ((this.settings[2] ?? 0) >> 5) & 3
  }

  /** Takes over what a conversion has found, when it is done. */
  private finish(): void {
    if (this.readyAt === undefined || this.board.clock.monotonic() < this.readyAt) return
    this.readyAt = undefined
    const hundredths = (this.board.registers.halfAt(Register.temperature) << 16) >> 16
    const unused = 3 - this.extraBits
    this.temperature = (Math.round((hundredths * 16) / 100) >> unused) << unused
  }

  private isAlarming(): boolean {
    const degrees = this.temperature >> 4
    const [high = 0, low = 0] = this.settings.map((byte) => (byte << 24) >> 24)
    return degrees >= high || degrees <= low
  }

  private scratchpad(): number[] {
    const bytes = [this.temperature & 0xff, (this.temperature >> 8) & 0xff, ...this.settings, 0xff, 0x0c, 0x10]
    return [...bytes, oneWireCrc(bytes)]
  }
}

/** Lowest bit first, as on the bus. */
function bitsOf(bytes: readonly number[]): number[] {
  return bytes.flatMap((byte) => [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => (byte >> bit) & 1))
}

function bytesOf(bits: readonly number[]): number[] {
  return Array.from({ length: bits.length / 8 }, (_, i) => bits.slice(8 * i, 8 * i + 8).reduce((byte, bit, at) => byte | (bit << at), 0))
}
