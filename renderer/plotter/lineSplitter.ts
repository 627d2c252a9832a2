/** A line longer than this many bytes is no line of numbers; it is dropped whole. */
export const MAX_LINE_BYTES = 4_096
const LF = 0x0a
const CR = 0x0d

/** Cuts bytes into lines of text, however they arrive. A line that has not ended yet is kept, up to the limit. */
export class LineSplitter {
  private readonly line = new Uint8Array(MAX_LINE_BYTES)
  private length = 0
  /** True inside a line that is not wanted: too long, or its beginning is missing. */
  private dropping = false
  private readonly decoder = new TextDecoder()

  /** The lines that these bytes complete, without their ends; empty lines are left out. */
  push(bytes: Uint8Array): string[] {
    const lines: string[] = []
    let at = 0
    while (at < bytes.length) {
      let end = at
      while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++
      this.take(bytes.subarray(at, end))
      if (end < bytes.length) {
        if (this.length > 0 && !this.dropping) lines.push(this.decoder.decode(this.line.subarray(0, this.length)))
        this.length = 0
        this.dropping = false
      }
      at = end + 1
    }
    return lines
  }

  /** Bytes are missing here: what is left of the line that they cut is not taken for a whole one. */
  gap(): void {
    this.length = 0
    this.dropping = true
  }

  /** A new line begins here, whatever came before. */
  restart(): void {
    this.length = 0
    this.dropping = false
  }

  private take(piece: Uint8Array): void {
    if (this.dropping) return
    if (this.length + piece.length > MAX_LINE_BYTES) {
      this.gap()
      return
    }
    this.line.set(piece, this.length)
    this.length += piece.length
  }
}
