import { Errno, FlashError } from '../flashError'
import type { OpenFile } from '../openFiles'
import { Register } from '../registers'
import { ClockPart } from './clockPart'
import { DhtPart } from './dhtPart'
import { I2cBus } from './i2cBus'
import { I2cPart } from './i2cPart'
import { InterruptPart } from './interruptPart'
import { OneWirePart } from './oneWirePart'
import { type ChipSurroundings, type Part, PartNumber, type PartSurroundings } from './part'
import { PixelsPart } from './pixelsPart'
import { PowerPart } from './powerPart'
import { SettingsPart } from './settingsPart'
import { Sht3x } from './sht3x'
import { SpiPart } from './spiPart'
import { Ssd1306 } from './ssd1306'
import { TimePart } from './timePart'
import { UartPart } from './uartPart'
import { WatchdogPart } from './watchdogPart'

const NOTHING = new Uint8Array(0)
/** Requests that may be under way at once: one of the program, and those of callbacks that came in the middle of it. */
const MOST_ANSWERS = 8

/** The parts of the board, by number (see `PartNumber`). */
export function makeParts(surroundings: ChipSurroundings): ReadonlyMap<number, Part> {
  const display = new Ssd1306(surroundings)
  return new Map<number, Part>([
    [PartNumber.interrupts, new InterruptPart(surroundings)],
    [PartNumber.clock, new ClockPart(surroundings)],
    [PartNumber.watchdog, new WatchdogPart(surroundings)],
    [PartNumber.power, new PowerPart(surroundings)],
    [PartNumber.i2c, new I2cPart(new I2cBus([display, new Sht3x(surroundings)]))],
    [PartNumber.spi, new SpiPart(surroundings.registers, display)],
    [PartNumber.uart, new UartPart(surroundings.clock)],
    [PartNumber.pixels, new PixelsPart(surroundings)],
    [PartNumber.oneWire, new OneWirePart(surroundings)],
    [PartNumber.dht, new DhtPart(surroundings)],
    [PartNumber.network, new TimePart(surroundings.clock)],
    [PartNumber.storage, new SettingsPart(surroundings.settings)],
  ])
}

/** When the next of the parts has something for a program that waits, on the monotonic clock; Infinity when none has. */
export function nextEvent(parts: ReadonlyMap<number, Part>): number {
  let next = Infinity
  for (const part of parts.values()) if (part.nextEvent !== undefined) next = Math.min(next, part.nextEvent())
  return next
}

/**
 * The file by which Python asks the parts: a request is written at once, its first byte the part's number; then the answer is read up to its
 * end. A callback may ask between the two: its answer is read first.
 */
export function partsFile(
  { registers }: Pick<PartSurroundings, 'registers'>,
  parts: ReadonlyMap<number, Part>,
  tell: () => void,
): OpenFile {
  const answers: Uint8Array[] = []
  return {
    write(bytes) {
      const number = bytes[0] ?? 0
      if (number === 0) {
        registers.byte(Register.changed, 1)
        tell()
        return
      }
      const part = parts.get(number)
      if (part === undefined) throw new FlashError(Errno.ENODEV)
      // A copy: the request lies in the program's memory.
      answers.push(part.answer(bytes.slice(1)))
      // An exception between request and answer leaves one behind.
      if (answers.length > MOST_ANSWERS) answers.shift()
    },
    read(limit) {
      const answer = answers.pop() ?? NOTHING
      if (answer.length === 0) return NOTHING
      // What is left, or the end, comes with the next read: nothing of Python runs between.
      answers.push(answer.subarray(limit))
      return answer.subarray(0, limit)
    },
    seek: () => 0,
    sync: () => undefined,
  }
}
