const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** The interpreter's memory, as the board's parts read and write it. It may grow; views are made anew when it did. */
export class GuestMemory {
  private view: DataView = new DataView(new ArrayBuffer(0))
  private all: Uint8Array = new Uint8Array(0)

  constructor(private readonly memory: () => SharedArrayBuffer) {}

  /** The memory as bytes. */
  get bytes(): Uint8Array {
    this.refresh()
    return this.all
  }

  /** Text that ends with a zero byte. */
  text(address: number): string {
    return this.textOf(address, this.bytes.indexOf(0, address) - address)
  }

  textOf(address: number, length: number): string {
    // A copy, as the decoder takes no shared memory.
    return decoder.decode(this.bytes.slice(address, address + length))
  }

  /** Writes text and its zero byte; returns the bytes written, or a negative error number when they don't fit. */
  putText(text: string, address: number, size: number): number {
    const encoded = encoder.encode(text)
    if (encoded.length + 1 > size) return -34
    this.bytes.set(encoded, address)
    this.byte(address + encoded.length, 0)
    return encoded.length + 1
  }

  /** The pieces of a scattered read or write, as views. */
  vectors(address: number, count: number): Uint8Array[] {
    return Array.from({ length: count }, (_, i) => {
      const start = this.wordAt(address + 8 * i)
      return this.bytes.subarray(start, start + this.wordAt(address + 8 * i + 4))
    })
  }

  clear(address: number, length: number): void {
    this.bytes.fill(0, address, address + length)
  }

  wordAt(address: number): number {
    return this.current.getUint32(address, true)
  }

  halfAt(address: number): number {
    return this.current.getUint16(address, true)
  }

  byteAt(address: number): number {
    return this.current.getUint8(address)
  }

  byte(address: number, value: number): void {
    this.current.setUint8(address, value)
  }

  half(address: number, value: number): void {
    this.current.setUint16(address, value, true)
  }

  word(address: number, value: number): void {
    this.current.setUint32(address, value, true)
  }

  /** Stores 16 bits, when others were there, at once for all threads. */
  exchangeHalf(address: number, before: number, after: number): void {
    this.refresh()
    Atomics.compareExchange(new Int16Array(this.all.buffer), address / 2, before, after)
  }

  long(address: number, value: number): void {
    this.current.setBigInt64(address, BigInt(value), true)
  }

  private get current(): DataView {
    this.refresh()
    return this.view
  }

  private refresh(): void {
    const now = this.memory()
    if (now.byteLength === this.all.length) return
    this.view = new DataView(now)
    this.all = new Uint8Array(now)
  }
}
