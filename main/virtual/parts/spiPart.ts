import { Errno, FlashError } from '../flashError'
import { Register, type Registers } from '../registers'
import type { Part } from './part'
import type { Ssd1306 } from './ssd1306'

/** The first byte of a request (rom/_spi.py has the same). */
const Operation = {
  /** Then the pins of the display's data line and of its select line (255: none): it listens from now on. */
  attach: 0,
  /** Then the bytes. */
  write: 1,
} as const
const NO_PIN = 255
const NOTHING = new Uint8Array(0)

/** What listens on SPI: the display, once a program has said on which pins. */
export class SpiPart implements Part {
  private pins: { data: number; select: number } | undefined

  constructor(
    private readonly registers: Registers,
    private readonly display: Pick<Ssd1306, 'take' | 'end'>,
  ) {}

  answer(request: Uint8Array): Uint8Array {
    const [operation, data = 0, select = NO_PIN] = request
    switch (operation) {
      case Operation.attach:
        this.pins = { data, select }
        return NOTHING
      case Operation.write:
        this.write(request.subarray(1))
        return NOTHING
      default:
        throw new FlashError(Errno.EINVAL)
    }
  }

  private write(bytes: Uint8Array): void {
    const { pins, display } = this
    if (pins === undefined || (pins.select !== NO_PIN && this.levelOf(pins.select) === 1)) return
    const isData = this.levelOf(pins.data) === 1
    for (const byte of bytes) display.take(byte, isData)
    display.end()
  }

  private levelOf(pin: number): number {
    return this.registers.byteAt(Register.out + pin)
  }
}
