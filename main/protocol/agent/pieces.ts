import { constants, deflateRawSync } from 'node:zlib'
import { escapeBytes, fittingLength } from './messageCoding'

/** A part of a file as it goes to the agent: `W()` writes it as it is, `W(n,w)` expands it to so many bytes with a window of 2^w. */
export interface Piece {
  expression: string
  data: Uint8Array
  /** How many bytes of the file it is. */
  length: number
}

/** Compressed data pays when it is at least this much smaller. */
const WORTHWHILE = 0.92
/** What is tried of a large file: its beginning and its middle. */
const SAMPLE = 32 * 1024
/** A piece is of at most so many bytes of the file, and of so many times the room for it: progress is to be seen. */
const MOST_EXPANDED = 16 * 1024
const MOST_EXPANSION = 4

/** The window for expanding, 2^n bytes, that a board with this much room for a message has memory for. */
export function windowBitsFor(largest: number): number {
  return largest >= 8_192 ? 12 : largest >= 2_048 ? 11 : largest >= 1_024 ? 10 : 9
}

/**
 * Cuts a file into pieces, each as large as there is room for. Compressed pieces are one stream, from the first taken on: each looks back into those before it,
 * and ends at a whole byte.
 */
export class PieceCutter {
  readonly isCompressing: boolean
  private streamStart: number | undefined

  constructor(
    private readonly bytes: Uint8Array,
    canExpand: boolean,
    private readonly windowBits: number,
  ) {
    this.isCompressing = canExpand && pays(bytes, windowBits)
  }

  /** The piece that begins at `start`, the end of the one before. `room` is for its escaped data. Never empty unless the file ends at `start`. */
  take(start: number, room: number): Piece {
    if (!this.isCompressing || start >= this.bytes.length) {
      const length = Math.max(1, fittingLength(this.bytes, start, room))
      const data = this.bytes.subarray(start, start + length)
      return { expression: 'W()', data, length: data.length }
    }
    this.streamStart ??= start
    let length = Math.min(this.bytes.length - start, room * MOST_EXPANSION, MOST_EXPANDED)
    for (;;) {
      const data = this.compress(start, length)
      const escaped = escapeBytes(data).length
      if (escaped <= room || length <= 64) return { expression: `W(${length},${this.windowBits})`, data, length }
      length = Math.max(64, Math.floor(((length * room) / escaped) * 0.95))
    }
  }

  private compress(start: number, length: number): Uint8Array {
    const before = Math.max(this.streamStart ?? start, start - (1 << this.windowBits))
    return deflateRawSync(this.bytes.subarray(start, start + length), {
      level: 9,
      memLevel: 9,
      windowBits: this.windowBits,
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(before < start ? { dictionary: this.bytes.subarray(before, start) } : {}),
    })
  }
}

function pays(bytes: Uint8Array, windowBits: number): boolean {
  const half = bytes.length >> 1
  const samples = bytes.length <= 2 * SAMPLE ? [bytes] : [bytes.subarray(0, SAMPLE), bytes.subarray(half, half + SAMPLE)]
  const plain = samples.reduce((sum, sample) => sum + sample.length, 0)
  const compressed = samples.reduce((sum, sample) => sum + deflateRawSync(sample, { windowBits }).length, 0)
  return compressed < plain * WORTHWHILE
}
