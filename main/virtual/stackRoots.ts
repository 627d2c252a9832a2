import { BLOCK_HEAD, BLOCK_MARKED, C_STACK_TOP, HEAP_AREA } from './firmware'
import type { GuestMemory } from './guestMemory'

const WORD = 4
const BLOCKS_PER_BYTE = 4

/**
 * Finds the objects of the heap that the stack of C points to, one after the other, and marks them: the work of `gc_collect_root`, which
 * this build doesn't have. What an object points to is for the firmware to mark.
 */
export class StackRoots {
  /** The number of the first block of the object found last, within its area. */
  block = 0
  private at = 0

  constructor(private readonly memory: GuestMemory) {}

  /** The address of the area with the next object, or 0 when there is none left; then the search starts anew. `kept` is an object more. */
  next(stackPointer: number, kept: number): number {
    if (this.at === 0) {
      this.at = stackPointer
      const area = this.find(kept)
      if (area !== 0) return area
    }
    while (this.at < C_STACK_TOP) {
      const pointer = this.memory.wordAt(this.at)
      this.at += WORD
      const area = this.find(pointer)
      if (area !== 0) return area
    }
    this.at = 0
    return 0
  }

  /** The area of the object that starts there and had no mark yet; 0 when there is none. */
  private find(pointer: number): number {
    if (pointer === 0 || pointer % HEAP_AREA.blockBytes !== 0) return 0
    const area = this.areaOf(pointer)
    return area !== 0 && this.mark(area, pointer) ? area : 0
  }

  private areaOf(pointer: number): number {
    const { memory } = this
    let area: number = HEAP_AREA.first
    while (area !== 0 && (pointer < memory.wordAt(area + HEAP_AREA.start) || pointer >= memory.wordAt(area + HEAP_AREA.end))) {
      area = memory.wordAt(area)
    }
    return area
  }

  /** True when an object starts there that had no mark yet. */
  private mark(area: number, pointer: number): boolean {
    const { memory } = this
    const block = (pointer - memory.wordAt(area + HEAP_AREA.start)) / HEAP_AREA.blockBytes
    const entry = memory.wordAt(area + HEAP_AREA.table) + Math.floor(block / BLOCKS_PER_BYTE)
    const shift = 2 * (block % BLOCKS_PER_BYTE)
    const bits = memory.byteAt(entry)
    if (((bits >> shift) & BLOCK_MARKED) !== BLOCK_HEAD) return false
    memory.byte(entry, bits | (BLOCK_MARKED << shift))
    this.block = block
    return true
  }
}
