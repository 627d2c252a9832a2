/** Bytes in the order in which they came, without copying what only waits. */
export class ByteQueue {
  private chunks: Uint8Array[] = []
  private count = 0

  get length(): number {
    return this.count
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.chunks.push(bytes)
    this.count += bytes.length
  }

  unshift(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.chunks.unshift(bytes)
    this.count += bytes.length
  }

  /** The first `count` bytes; there must be that many. */
  take(count: number): Uint8Array {
    if (count > this.count) throw new RangeError(`${count} bytes asked of ${this.count}`)
    const first = this.chunks[0]
    this.count -= count
    if (first !== undefined && first.length > count) {
      this.chunks[0] = first.subarray(count)
      return first.subarray(0, count)
    }
    if (first !== undefined && first.length === count) {
      this.chunks.shift()
      return first
    }
    return this.gather(count)
  }

  takeAll(): Uint8Array {
    return this.take(this.count)
  }

  /** Where `pattern` first begins at or after `from`; -1 when nowhere. */
  indexOf(pattern: Uint8Array, from = 0): number {
    const lead = pattern[0]
    if (lead === undefined) return from
    let base = 0
    for (const [index, chunk] of this.chunks.entries()) {
      let at = chunk.indexOf(lead, Math.max(0, from - base))
      while (at >= 0) {
        if (base + at + pattern.length > this.count) return -1
        if (this.matches(index, at, pattern)) return base + at
        at = chunk.indexOf(lead, at + 1)
      }
      base += chunk.length
    }
    return -1
  }

  private matches(index: number, offset: number, pattern: Uint8Array): boolean {
    let chunk = this.chunks[index]
    let at = offset
    for (const byte of pattern) {
      while (chunk !== undefined && at >= chunk.length) {
        index += 1
        at = 0
        chunk = this.chunks[index]
      }
      if (chunk?.[at] !== byte) return false
      at += 1
    }
    return true
  }

  private gather(count: number): Uint8Array {
    const all = new Uint8Array(count)
    let filled = 0
    let used = 0
    while (filled < count) {
      const chunk = this.chunks[used]
      if (chunk === undefined) break
      const part = chunk.subarray(0, count - filled)
      all.set(part, filled)
      filled += part.length
      if (part.length < chunk.length) this.chunks[used] = chunk.subarray(part.length)
      else used += 1
    }
    this.chunks.splice(0, used)
    return all
  }
}
