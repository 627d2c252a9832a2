import { Errno, FlashError } from '../flashError'
import type { OpenFile } from '../openFiles'
import { Register } from '../registers'
import type { Part, PartSurroundings } from './part'

const NOTHING = new Uint8Array(0)

/** The parts of the board, by number (see `PartNumber`). */
export function makeParts(_surroundings: PartSurroundings): ReadonlyMap<number, Part> {
  return new Map()
}

/** The file by which Python asks the parts: a request is written at once, its first byte the part's number; then the answer is read. */
export function partsFile({ registers }: PartSurroundings, parts: ReadonlyMap<number, Part>, tell: () => void): OpenFile {
  let answer: Uint8Array = NOTHING
  return {
    write(bytes) {
      const number = bytes[0] ?? 0
      if (number === 0) {
        registers.byte(Register.changed, 1)
        tell()
        return
      }
      const part = parts.get(number)
      if (part === undefined) throw new FlashError(Errno.ENODEV)
      answer = NOTHING
      // A copy: the request lies in the program's memory.
      answer = part.answer(bytes.slice(1))
    },
    read(limit) {
      const bytes = answer.subarray(0, limit)
      answer = answer.subarray(bytes.length)
      return bytes
    },
    seek: () => 0,
    sync: () => undefined,
  }
}
