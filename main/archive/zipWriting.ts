import { Zip, ZipDeflate } from 'fflate'
import { AppError } from '../../shared/errors'

/** Pieces that are compressed at a time (bytes), so that the program goes on answering in between. */
const PIECE = 64 * 1024

/** Writes a zip piece by piece: `add` each file, then `end`. */
export class ZipWriter {
  private readonly zip: Zip
  private waiting: Uint8Array[] = []
  private failed: Error | undefined
  /** Bytes written so far. */
  size = 0

  constructor(private readonly write: (bytes: Uint8Array) => Promise<void>) {
    this.zip = new Zip((error, bytes) => {
      if (error !== null) this.failed = error
      else this.waiting.push(bytes)
    })
  }

  /** `mtime` in milliseconds since 1970. A name that ends with `/` is a folder. */
  async add(name: string, bytes: Uint8Array, mtime: number): Promise<void> {
    const entry = new ZipDeflate(name, { level: 6 })
    // The format counts years from 1980 to 2099.
    entry.mtime = new Date(Math.min(Math.max(mtime, Date.UTC(1980, 0, 2)), Date.UTC(2099, 0, 1)))
    this.zip.add(entry)
    for (let at = 0; at < bytes.length; at += PIECE) {
      entry.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
      await this.flush()
    }
    if (bytes.length === 0) entry.push(new Uint8Array(), true)
    await this.flush()
  }

  async end(): Promise<void> {
    this.zip.end()
    await this.flush()
  }

  private async flush(): Promise<void> {
    if (this.failed !== undefined) throw new AppError('internal', this.failed.message, {}, { cause: this.failed })
    const pieces = this.waiting
    this.waiting = []
    for (const piece of pieces) {
      this.size += piece.length
      await this.write(piece)
    }
  }
}
