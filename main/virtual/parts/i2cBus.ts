/** A device on the I2C bus, as its data sheet describes it: byte after byte. */
export interface I2cDevice {
  /** 7 bits. */
  readonly address: number
  /** Its address has come, to write to it or to read. Returns whether it acknowledges. */
  select: (reading: boolean) => boolean
  /** Takes a byte; returns whether it acknowledges. */
  write: (byte: number) => boolean
  /** The next byte that it sends. */
  read: () => number
  /** Stop, or a new start. */
  end: () => void
  /** For how many milliseconds it holds the clock now, before it sends. */
  held: () => number
}

/** What is read where no device pulls the line low. */
const IDLE = 0xff

/** The wires of I2C with all devices on them. They are on every pair of pins that a program names, at any speed. */
export class I2cBus {
  private readonly devices: ReadonlyMap<number, I2cDevice>
  private selected: I2cDevice | undefined
  /** A start was sent, and the next byte is an address. */
  private addressing = false
  private heldMs = 0

  constructor(devices: readonly I2cDevice[]) {
    this.devices = new Map(devices.map((device) => [device.address, device]))
  }

  start(): void {
    this.selected?.end()
    this.selected = undefined
    this.addressing = true
  }

  stop(): void {
    this.selected?.end()
    this.selected = undefined
    this.addressing = false
  }

  /** Sends bytes up to the first that nobody acknowledges; returns how many were acknowledged. */
  write(bytes: Uint8Array): number {
    let acknowledged = 0
    for (const byte of bytes) {
      if (!(this.addressing ? this.select(byte) : this.selected?.write(byte))) break
      acknowledged++
    }
    return acknowledged
  }

  /** Receives bytes of the selected device. */
  read(length: number): Uint8Array {
    const { selected } = this
    return Uint8Array.from({ length }, () => selected?.read() ?? IDLE)
  }

  /** For how many milliseconds devices have held the clock since this was asked last. */
  takeHeld(): number {
    const held = this.heldMs
    this.heldMs = 0
    return held
  }

  private select(byte: number): boolean {
    this.addressing = false
    const device = this.devices.get(byte >> 1)
    const reading = (byte & 1) === 1
    if (device?.select(reading) !== true) return false
    this.selected = device
    if (reading) this.heldMs += device.held()
    return true
  }
}
