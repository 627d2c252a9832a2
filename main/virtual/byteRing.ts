const TAKEN = 0
const PUT = 1
const HEADER_BYTES = 8

/**
 * Bytes on their way from one thread to another, in shared memory: one thread puts, one takes. The thread that puts may also throw
 * away what was not taken yet. Nothing here waits.
 */
export class ByteRing {
  private readonly counters: Int32Array
  private readonly bytes: Uint8Array
  private readonly mask: number

  constructor(readonly memory: SharedArrayBuffer) {
    this.counters = new Int32Array(memory, 0, 2)
    this.bytes = new Uint8Array(memory, HEADER_BYTES)
    this.mask = this.bytes.length - 1
  }

  /** `capacity` is a power of two. */
  static allocate(capacity: number): SharedArrayBuffer {
    return new SharedArrayBuffer(HEADER_BYTES + capacity)
  }

  /** How many bytes wait to be taken. The counters run on through 32 bits; only their difference counts. */
  get length(): number {
    return (Atomics.load(this.counters, PUT) - Atomics.load(this.counters, TAKEN)) | 0
  }

  get room(): number {
    return this.bytes.length - this.length
  }

  /** Puts as many of the bytes as there is room for; returns how many. */
  put(source: Uint8Array): number {
    const count = Math.min(source.length, this.room)
    const start = Atomics.load(this.counters, PUT)
    for (let i = 0; i < count; i++) this.bytes[(start + i) & this.mask] = source[i] ?? 0
    Atomics.store(this.counters, PUT, (start + count) | 0)
    return count
  }

  /** The next byte, or -1. */
  takeByte(): number {
    for (;;) {
      const taken = Atomics.load(this.counters, TAKEN)
      if (taken === Atomics.load(this.counters, PUT)) return -1
      const byte = this.bytes[taken & this.mask] ?? 0
      // Fails when the other thread has just thrown this byte away.
      if (Atomics.compareExchange(this.counters, TAKEN, taken, (taken + 1) | 0) === taken) return byte
    }
  }

  /** Everything that waits, at most `limit` bytes, as a copy. Only for rings from which nothing is thrown away. */
  takeAll(limit: number): Uint8Array<ArrayBuffer> {
    const taken = Atomics.load(this.counters, TAKEN)
    const count = Math.min(limit, this.length)
    const result = new Uint8Array(count)
    for (let i = 0; i < count; i++) result[i] = this.bytes[(taken + i) & this.mask] ?? 0
    Atomics.store(this.counters, TAKEN, (taken + count) | 0)
    return result
  }

  /** Whether the byte waits somewhere in the ring. */
  includes(byte: number): boolean {
    const taken = Atomics.load(this.counters, TAKEN)
    for (let i = this.length - 1; i >= 0; i--) if (this.bytes[(taken + i) & this.mask] === byte) return true
    return false
  }

  /** Throws away everything up to and with the last such byte (by the thread that puts). */
  dropThrough(byte: number): void {
    const put = Atomics.load(this.counters, PUT)
    for (let end = put; ; end = (end - 1) | 0) {
      const taken = Atomics.load(this.counters, TAKEN)
      if (((end - taken) | 0) <= 0) return
      if (this.bytes[(end - 1) & this.mask] !== byte) continue
      this.advance(end)
      return
    }
  }

  /** Throws away everything that waits (by the thread that puts). */
  clear(): void {
    this.advance(Atomics.load(this.counters, PUT))
  }

  private advance(end: number): void {
    for (;;) {
      const taken = Atomics.load(this.counters, TAKEN)
      if (((end - taken) | 0) <= 0) return
      if (Atomics.compareExchange(this.counters, TAKEN, taken, end) === taken) return
    }
  }
}
