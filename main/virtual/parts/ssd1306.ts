import { DisplayFlag, Register } from '../registers'
import { MEMORY_COLUMNS, MEMORY_ROWS, type PictureSetup, seenPicture } from './displayPicture'
import type { I2cDevice } from './i2cBus'
import type { PartSurroundings } from './part'

const PAGES = MEMORY_ROWS / 8
/** Bits of the byte before commands or data: only one byte follows until the next of these; and: it is data. */
const Control = { single: 0x80, data: 0x40 } as const
const STATUS_OFF = 0x40

// Commands of the SSD1306: data sheet, section 9. Those with the lowest bits for a value begin a range.
const Command = {
  columnLow: 0x00,
  columnHigh: 0x10,
  addressing: 0x20,
  columns: 0x21,
  pages: 0x22,
  startLine: 0x40,
  contrast: 0x81,
  chargePump: 0x8d,
  segmentsForward: 0xa0,
  segmentsReversed: 0xa1,
  memoryShown: 0xa4,
  allShown: 0xa5,
  normal: 0xa6,
  inverted: 0xa7,
  rows: 0xa8,
  off: 0xae,
  on: 0xaf,
  page: 0xb0,
  rowsForward: 0xc0,
  rowsReversed: 0xc8,
  offset: 0xd3,
} as const
/** How many bytes follow, of the commands that have any. */
const ARGUMENTS: ReadonlyMap<number, number> = new Map([
  [Command.addressing, 1],
  [Command.columns, 2],
  [Command.pages, 2],
  [0x23, 1], // fading and blinking
  [0x26, 6], // scrolling: right, left, and with a vertical part; the vertical area
  [0x27, 6],
  [0x29, 5],
  [0x2a, 5],
  [0xa3, 2],
  [Command.contrast, 1],
  [Command.chargePump, 1],
  [Command.rows, 1],
  [0xad, 1], // the source of current of small displays
  [Command.offset, 1],
  [0xd5, 1], // clock
  [0xd6, 1], // zoom
  [0xd9, 1], // pre-charge
  [0xda, 1], // wiring of the rows
  [0xdb, 1], // level of deselected rows
])
/** Commands that say where data goes, and change nothing that is seen. */
const WHERE: ReadonlySet<number> = new Set([Command.addressing, Command.columns, Command.pages])
const Addressing = { horizontal: 0, vertical: 1, page: 2 } as const
const LEAST_ROWS = 16
const CHARGE_PUMP_ON = 0x04

/** The small display: a controller SSD1306 with its glass, on I2C or SPI. It lights only with its charge pump on, as it has no other supply. Scrolling by itself is left out. */
export class Ssd1306 implements I2cDevice {
  readonly address = 0x3c
  private readonly memory = new Uint8Array(MEMORY_COLUMNS * PAGES)
  private readonly setup: PictureSetup = { rows: MEMORY_ROWS, startLine: 0, offset: 0, upright: false, full: false }
  private addressing: number = Addressing.page
  private columns = { first: 0, last: MEMORY_COLUMNS - 1 }
  private pages = { first: 0, last: PAGES - 1 }
  private column = 0
  private page = 0
  private reversed = false
  private on = false
  private pumped = false
  private inverted = false
  private contrast = 0x7f
  /** A command whose arguments have not all come yet. */
  private pending: number[] = []
  /** Of I2C: what the next byte is. */
  private control: 'control' | 'commands' | 'data' | 'command' | 'byte' = 'control'
  private dirty = false

  constructor(private readonly board: Pick<PartSurroundings, 'registers' | 'changed'>) {}

  select(): boolean {
    this.control = 'control'
    return true
  }

  write(byte: number): boolean {
    switch (this.control) {
      case 'control':
        if ((byte & Control.single) === 0) this.control = (byte & Control.data) === 0 ? 'commands' : 'data'
        else this.control = (byte & Control.data) === 0 ? 'command' : 'byte'
        return true
      case 'command':
      case 'byte':
        this.take(byte, this.control === 'byte')
        this.control = 'control'
        return true
      case 'commands':
      case 'data':
        this.take(byte, this.control === 'data')
        return true
      default:
        this.control satisfies never
        return false
    }
  }

  read(): number {
    return this.on ? 0 : STATUS_OFF
  }

  /** Shows what has come. */
  end(): void {
    if (!this.dirty) return
    this.dirty = false
    this.show()
  }

  held(): number {
    return 0
  }

  /** Takes a byte of data, or of a command. */
  take(byte: number, isData: boolean): void {
    if (isData) {
      this.store(byte)
      this.dirty = true
      return
    }
    this.pending.push(byte)
    const [command = 0, ...values] = this.pending
    if (values.length < (ARGUMENTS.get(command) ?? 0)) return
    this.pending = []
    this.execute(command, values[0] ?? 0, values[1] ?? 0)
    this.dirty ||= !WHERE.has(command)
  }

  private store(byte: number): void {
    const column = this.reversed ? this.column : MEMORY_COLUMNS - 1 - this.column
    this.memory[this.page * MEMORY_COLUMNS + column] = byte
    const { columns, pages, addressing } = this
    if (addressing === Addressing.vertical) {
      this.page = after(this.page, pages)
      if (this.page === pages.first) this.column = after(this.column, columns)
      return
    }
    if (addressing === Addressing.horizontal && this.column === columns.last) this.page = after(this.page, pages)
    this.column = after(this.column, addressing === Addressing.horizontal ? columns : { first: 0, last: MEMORY_COLUMNS - 1 })
  }

  private execute(command: number, first: number, second: number): void {
    const { setup } = this
    switch (command) {
      case Command.addressing:
        this.addressing = first & 3
        return
      case Command.columns:
        this.columns = { first: first & 0x7f, last: second & 0x7f }
        this.column = this.columns.first
        return
      case Command.pages:
        this.pages = { first: first & 7, last: second & 7 }
        this.page = this.pages.first
        return
      case Command.contrast:
        this.contrast = first
        return
      case Command.chargePump:
        this.pumped = (first & CHARGE_PUMP_ON) !== 0
        return
      case Command.segmentsForward:
      case Command.segmentsReversed:
        this.reversed = command === Command.segmentsReversed
        return
      case Command.memoryShown:
      case Command.allShown:
        setup.full = command === Command.allShown
        return
      case Command.normal:
      case Command.inverted:
        this.inverted = command === Command.inverted
        return
      case Command.rows:
        setup.rows = Math.max(LEAST_ROWS, (first & 0x3f) + 1)
        return
      case Command.off:
      case Command.on:
        this.on = command === Command.on
        return
      case Command.offset:
        setup.offset = first & 0x3f
        return
      default:
        this.executeRange(command)
    }
  }

  /** Commands whose value is in their lowest bits. Those that only matter to the glass and its supply do nothing. */
  private executeRange(command: number): void {
    if (command < Command.columnHigh) this.column = (this.column & 0x70) | (command & 0x0f)
    else if (command < Command.addressing) this.column = (this.column & 0x0f) | ((command & 0x07) << 4)
    else if (command >= Command.startLine && command < 0x80) this.setup.startLine = command & 0x3f
    else if (command >= Command.page && command < Command.page + PAGES) this.page = command & 7
    else if (command >= Command.rowsForward && command < 0xd0)
      this.setup.upright = (command & Command.rowsReversed) === Command.rowsReversed
  }

  private show(): void {
    const { registers } = this.board
    const { width, height, dots } = seenPicture(this.memory, this.setup)
    registers.put(Register.display, dots)
    registers.byte(Register.displayWidth, width)
    registers.byte(Register.displayHeight, height)
    registers.byte(Register.displayContrast, this.contrast)
    registers.byte(Register.displayFlags, (this.on && this.pumped ? DisplayFlag.on : 0) | (this.inverted ? DisplayFlag.inverted : 0))
    this.board.changed()
  }
}

/** The next one of a window; after its last one comes its first. */
function after(at: number, { first, last }: { first: number; last: number }): number {
  return at === last ? first : (at + 1) % MEMORY_COLUMNS
}
