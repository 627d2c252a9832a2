/** Of a serial line whose output is wired to its own input: bytes arrive one after the other, as fast as the baud rate lets them. */
export class UartLine {
  /** Bytes on their way or arrived, oldest first, and when each has arrived. */
  private bytes: { value: number; at: number }[] = []
  /** When the line is free again. */
  private freeAt = 0
  private byteMs = 1
  private most = 0

  /** Starts anew: with that many bits a byte, start and stop bits counted in, and room for that many unread bytes. */
  open(baudRate: number, bitsPerByte: number, most: number): void {
    this.bytes = []
    this.freeAt = 0
    this.byteMs = (bitsPerByte * 1_000) / baudRate
    this.most = most
  }

  /** Sends bytes after those that are still being sent. */
  send(values: Uint8Array, now: number): void {
    this.arrive(now)
    let at = Math.max(now, this.freeAt)
    for (const value of values) {
      at += this.byteMs
      this.bytes.push({ value, at })
    }
    this.freeAt = at
  }

  /** How many bytes have arrived and are not read yet. */
  arrived(now: number): number {
    return this.arrive(now)
  }

  /** Takes bytes that have arrived. */
  take(limit: number, now: number): Uint8Array {
    const count = Math.min(limit, this.arrive(now))
    return Uint8Array.from(this.bytes.splice(0, count), ({ value }) => value)
  }

  /** For how many milliseconds more it sends. */
  busyMs(now: number): number {
    return Math.max(0, this.freeAt - now)
  }

  /** When the next byte arrives; Infinity when none is on its way. */
  nextArrival(now: number): number {
    return this.bytes.find(({ at }) => at > now)?.at ?? Infinity
  }

  /** Drops what arrived when there was no room; returns how many bytes are there. */
  private arrive(now: number): number {
    const under = this.bytes.findIndex(({ at }) => at > now)
    const count = under < 0 ? this.bytes.length : under
    if (count > this.most) this.bytes.splice(this.most, count - this.most)
    return Math.min(count, this.most)
  }
}
