import { ByteReader } from '../../main/protocol/byteReader'
import { KnownPrompts } from '../../main/protocol/knownPrompts'
import type { Wire } from '../../main/protocol/wire'
import type { Clock } from '../../shared/clock'
import { type AppError } from '../../shared/errors'

/** How the other side of a wire behaves: told each byte that is written, it may send. */
export type PeerScript = (byte: number, peer: ScriptedPeer) => void

/** A wire in memory whose other side is a function, for faults that no healthy board shows. */
export class ScriptedPeer implements Wire {
  readonly reader: ByteReader
  readonly prompts = new KnownPrompts()
  /** Every byte written so far. */
  readonly written: number[] = []
  /** How often anything was written. */
  writes = 0
  /** Set: writes reject with it. */
  writeError: AppError | undefined
  /** What is sent arrives in pieces of this many bytes, each in a turn of its own. */
  cut = Infinity

  constructor(
    readonly clock: Clock,
    private readonly script: PeerScript,
  ) {
    this.reader = new ByteReader(clock)
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.writeError !== undefined) return Promise.reject(this.writeError)
    this.writes += 1
    for (const byte of bytes) {
      this.written.push(byte)
      this.script(byte, this)
    }
    return Promise.resolve()
  }

  /** What the other side sends; characters stand for the bytes of their code, so `\x04` is a byte. */
  send(text: string): void {
    const bytes = Uint8Array.from(Buffer.from(text, 'latin1'))
    for (let start = 0; start < bytes.length; start += this.cut) {
      const piece = bytes.slice(start, start + this.cut)
      if (this.cut === Infinity) this.reader.push(piece)
      else setImmediate(() => this.reader.push(piece))
    }
  }

  /** What was written, as characters of the bytes' codes. */
  get writtenText(): string {
    return Buffer.from(this.written).toString('latin1')
  }
}
