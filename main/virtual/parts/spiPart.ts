import { PIN_COUNT, PinMode, Register, type Registers } from '../registers'
import type { Part } from './part'
import type { Ssd1306 } from './ssd1306'

/** The first command that every program sends to a display: off. */
const DISPLAY_OFF = 0xae
/** Commands come in shorter pieces than this, a picture comes in longer ones. */
const SHORTEST_PICTURE = 32
const NOTHING = new Uint8Array(0)

/**
 * What listens on SPI: the display, whose line "data, not command" hangs on a pin that only the program knows. It is found out: low when the display is
 * switched off, high when the first picture is sent. A request: the bytes on the wire.
 */
export class SpiPart implements Part {
  /** Pins that may be that line; undefined: no display has been spoken to. */
  private candidates: number[] | undefined
  private dataLine: number | undefined

  constructor(
    private readonly registers: Registers,
    private readonly display: Pick<Ssd1306, 'take' | 'end'>,
  ) {}

  answer(bytes: Uint8Array): Uint8Array {
    if (bytes[0] === DISPLAY_OFF && bytes.length < SHORTEST_PICTURE) this.begin()
    if (this.candidates === undefined) return NOTHING
    const isData = this.isData(bytes)
    for (const byte of bytes) this.display.take(byte, isData)
    this.display.end()
    return NOTHING
  }

  private begin(): void {
    this.dataLine = undefined
    this.candidates = Array.from({ length: PIN_COUNT }, (_, pin) => pin).filter((pin) => this.isOutput(pin) && !this.isHigh(pin))
  }

  private isData(bytes: Uint8Array): boolean {
    if (this.dataLine !== undefined) return this.isHigh(this.dataLine)
    if (bytes.length < SHORTEST_PICTURE) return false
    this.dataLine = this.candidates?.find((pin) => this.isHigh(pin))
    return true
  }

  private isOutput(pin: number): boolean {
    return this.registers.byteAt(Register.mode + pin) === PinMode.output
  }

  private isHigh(pin: number): boolean {
    return this.registers.byteAt(Register.out + pin) === 1
  }
}
