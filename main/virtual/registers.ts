/** Pins of the board, counted from 0. */
export const PIN_COUNT = 30
/** Colours of the light strip at most. */
export const MOST_PIXELS = 256
/** Bytes of the display's picture at most: 128 x 64 dots. */
export const MOST_DISPLAY_BYTES = 1_024

/** What a pin is used for, as the register `mode` says it. */
export const PinMode = {
  none: 0,
  input: 1,
  output: 2,
  openDrain: 3,
  pwm: 4,
  analog: 5,
  i2c: 6,
  spi: 7,
  uart: 8,
  oneWire: 9,
  pixels: 10,
} as const
/** What the register `pull` says. */
export const Pull = { none: 0, up: 1, down: 2 } as const
/**
 * What the register `outside` says of a pin: what is wired to it pulls it low, or high, or lets it float. A button pulls its pin high, and low when
 * it is pressed; the other way round when the program has asked for a pull-down.
 */
export const Outside = { low: 0, high: 1, floating: 2, pressed: 3, released: 4 } as const
/** Bits of the register `edges`, as `Pin.IRQ_FALLING` and `Pin.IRQ_RISING` have them. */
export const Edge = { falling: 4, rising: 8 } as const

/**
 * Where each register lies, in bytes from the first. The board's Python modules (rom/*.py) use the same numbers. Those of pins are one byte a
 * pin, unless said otherwise.
 */
export const Register = {
  /** 1 byte. 1 from the first change that the board's picture shows until the host has looked. */
  changed: 0,
  mode: 32,
  /** See `Pull`. */
  pull: 64,
  /** The level that the board drives. */
  out: 96,
  /** See `Outside`. Written by the host. */
  outside: 128,
  /** The same for BOOT, once more: on the chip it hangs on a line of its own, wherever its pin is. */
  boot: 158,
  /** 16 bits a pin: the share of the time that PWM is high, of 65535. */
  duty: 160,
  /** 32 bits a pin: of PWM, in Hz. */
  frequency: 224,
  /** 16 bits a channel, 8 channels: what the converter measures, of 65535. Written by the host. */
  analog: 352,
  /** 16 bits, signed: hundredths of a degree Celsius around the board. Written by the host. */
  temperature: 368,
  /** 16 bits: hundredths of a per cent of relative humidity. Written by the host. */
  humidity: 370,
  /** The light strip: its pin (255: none), then 16 bits for the number of colours; then red, green and blue of each. */
  pixelPin: 384,
  pixelCount: 386,
  pixels: 388,
  /** The display: width and height in dots (0: none), then bits of `DisplayFlag`, then contrast; then its picture as an SSD1306 keeps it. */
  displayWidth: 1_160,
  displayHeight: 1_161,
  displayFlags: 1_162,
  displayContrast: 1_163,
  display: 1_164,
  /** Bits of `Edge`: changes of the level that no interrupt has seen yet. Whoever makes one sets a bit; the board's thread takes them. */
  edges: 2_192,
  /** 1 where the program wants to be interrupted by changes of the pin. */
  watched: 2_224,
  /** Free for the board's modules from here on. */
  end: 2_256,
} as const
export const REGISTER_BYTES = 4_096

/** Bits of `Register.displayFlags`. */
export const DisplayFlag = { on: 1, inverted: 2 } as const

/**
 * The board's registers, as the host and the board's thread see them: a piece of the interpreter's memory. They are all 0 after a reset. Reads and
 * writes of single registers are whole; nobody waits for anybody.
 */
export class Registers {
  private readonly bytes: Uint8Array
  private readonly view: DataView

  constructor(
    memory: SharedArrayBuffer,
    /** Of the first register, in `memory`. */
    readonly address: number,
  ) {
    this.bytes = new Uint8Array(memory, address, REGISTER_BYTES)
    this.view = new DataView(memory, address, REGISTER_BYTES)
  }

  byteAt(offset: number): number {
    return this.bytes[offset] ?? 0
  }

  byte(offset: number, value: number): void {
    this.bytes[offset] = value
  }

  halfAt(offset: number): number {
    return this.view.getUint16(offset, true)
  }

  half(offset: number, value: number): void {
    this.view.setUint16(offset, value, true)
  }

  wordAt(offset: number): number {
    return this.view.getUint32(offset, true)
  }

  word(offset: number, value: number): void {
    this.view.setUint32(offset, value, true)
  }

  /** Sets bits of a byte, at once for all threads. */
  setBits(offset: number, bits: number): void {
    Atomics.or(this.bytes, offset, bits)
  }

  /** Takes a byte away, at once for all threads: it is 0 then. */
  takeByte(offset: number): number {
    return Atomics.exchange(this.bytes, offset, 0)
  }

  /** A copy of some registers. */
  copy(offset: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.bytes.slice(offset, offset + length))
  }

  put(offset: number, bytes: Uint8Array): void {
    this.bytes.set(bytes, offset)
  }
}
