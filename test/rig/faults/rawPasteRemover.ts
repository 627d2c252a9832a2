import { ASK_RAW_PASTE } from '../../../main/protocol/controlBytes'

/** Old firmware takes the question for raw-paste mode as a line that Ctrl-A throws away: only the Ctrl-A counts. */
export class RawPasteRemover {
  private matched = 0

  /** What the board makes of the next bytes; what may begin the question is kept until more is known. */
  feed(bytes: Uint8Array): Uint8Array {
    const kept: number[] = []
    for (const byte of bytes) {
      if (byte !== ASK_RAW_PASTE[this.matched]) {
        kept.push(...ASK_RAW_PASTE.subarray(0, this.matched))
        this.matched = 0
      }
      if (byte !== ASK_RAW_PASTE[this.matched]) kept.push(byte)
      else if (this.matched + 1 < ASK_RAW_PASTE.length) this.matched += 1
      else {
        kept.push(byte)
        this.matched = 0
      }
    }
    return Uint8Array.from(kept)
  }
}
