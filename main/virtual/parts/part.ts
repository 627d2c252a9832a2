import type { Clock } from '../../../shared/clock'
import type { AlwaysOn, ResetCause } from '../alwaysOn'
import type { BoardMessage } from '../boardLink'
import type { Interrupts } from '../interrupts'
import type { Registers } from '../registers'
import type { SettingsStore } from '../settingsStore'

/** The parts of the board that its Python modules ask by `_hw.ask`, by number. 0 is no part: it says that registers changed. */
export const PartNumber = {
  interrupts: 1,
  clock: 2,
  watchdog: 3,
  power: 4,
  i2c: 5,
  spi: 6,
  uart: 7,
  pixels: 8,
  oneWire: 9,
  dht: 10,
  network: 11,
  storage: 12,
} as const

/** What a part can reach. It lives on the board's thread, as long as one interpreter. */
export interface PartSurroundings {
  registers: Registers
  /** Says that registers changed which the board's picture shows. */
  changed: () => void
  clock: Pick<Clock, 'now' | 'monotonic' | 'random'>
}

/** What a part inside the chip can reach besides. */
export interface ChipSurroundings extends PartSurroundings {
  interrupts: Interrupts
  /** What outlives the interpreter. */
  alwaysOn: AlwaysOn
  /** Where programs keep settings beside the files. */
  settings: SettingsStore
  /** Sends something to the host. */
  tell: (message: BoardMessage) => void
  /** Stops the board for good; it is reset after that time in ms, or, if that is Infinity, by the user. */
  stop: (cause: ResetCause, afterMs: number) => never
}

/** A part of the board. */
export interface Part {
  /** Answers one request; throws FlashError to have the program see an OSError of that number. */
  answer: (request: Uint8Array) => Uint8Array
  /** When, on the monotonic clock, there will be something new for a program that waits in `select.poll`; Infinity when nothing is under way. */
  nextEvent?: () => number
}
