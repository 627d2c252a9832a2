/** Parts of a file as they come, in any order and with gaps. */
export class ReceivedParts {
  private parts = new Map<number, Uint8Array>()
  private count = 0

  /** How many bytes came. */
  get received(): number {
    return this.count
  }

  /** What comes twice counts once. */
  add(at: number, bytes: Uint8Array): void {
    const before = this.parts.get(at)
    if (before !== undefined && before.length >= bytes.length) return
    this.count += bytes.length - (before?.length ?? 0)
    this.parts.set(at, bytes)
  }

  clear(): void {
    this.parts.clear()
    this.count = 0
  }

  /** What is missing of the first `size` bytes. */
  missing(size: number): { at: number; length: number }[] {
    const gaps: { at: number; length: number }[] = []
    let end = 0
    for (const [at, bytes] of [...this.parts].sort(([a], [b]) => a - b)) {
      if (at > end) gaps.push({ at: end, length: Math.min(at, size) - end })
      end = Math.max(end, at + bytes.length)
    }
    if (end < size) gaps.push({ at: end, length: size - end })
    return gaps.filter(({ length }) => length > 0)
  }

  /** The first `size` bytes; gaps are zeros. */
  join(size: number): Uint8Array {
    const all = new Uint8Array(size)
    for (const [at, bytes] of this.parts) if (at < size) all.set(bytes.subarray(0, size - at), at)
    return all
  }
}
