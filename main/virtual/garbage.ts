import type { CallQueue } from './callQueue'
import { HEAP_AREA, NONE, SAFE_FRAMES, TOP_LEVEL_COLLECT } from './firmware'
import type { GuestMemory } from './guestMemory'

/** As deep as Python's calls can get, with what lies between them. */
const MOST_FRAMES = 2_000
/** The heap, without what is added in need. */
const HEAP_BYTES = 262_144
/** The most that is added while garbage cannot be collected. */
const MOST_ADDED = 33_554_432
/** After a scheduled collection came in vain, the next try comes no sooner. */
const RETRY_MS = 2

/**
 * When to collect garbage. This build of the firmware does that only between two statements of the REPL, as it cannot see pointers
 * that WebAssembly keeps in locals; a program that runs for long would die of it. But the interpreter proper keeps all of its objects in
 * memory: where only functions of that kind are on the stack, collecting is safe. So: when the heap asks for it elsewhere, a call of
 * `gc.collect` is scheduled, which comes at the next jump of the running program.
 */
export class Garbage {
  /** Address of a Python function of one argument that calls `gc.collect()`; 0 as long as there is none. */
  collector = 0
  /** Set when the program calls `gc.collect`. */
  asked = false
  private lookedInVain = -Infinity
  private usedAtLast = 0

  constructor(
    private readonly memory: GuestMemory,
    private readonly queue: CallQueue,
  ) {}

  /** Asked by `gc_collect`: whether to do it now. Otherwise sees to it that it is done soon. */
  mayCollect(): boolean {
    const { asked } = this
    this.asked = false
    if (!asked && (this.queue.has(this.collector, NONE) || performance.now() - this.lookedInVain < RETRY_MS)) return false
    const frames = stackOfFirmware()
    if (frames !== undefined && frames.every((frame) => SAFE_FRAMES.has(frame))) {
      this.memory.byte(TOP_LEVEL_COLLECT, 0)
      return true
    }
    this.memory.byte(TOP_LEVEL_COLLECT, 1)
    // Asked by the scheduled call itself: the program is in the middle of something that must not be disturbed.
    if (asked) this.lookedInVain = performance.now()
    else if (this.collector !== 0) this.queue.put(this.collector, NONE)
    return false
  }

  /** To be told after each collection. */
  collected(): void {
    this.usedAtLast = 0
    for (const area of this.areas()) {
      const table = this.memory.wordAt(area + HEAP_AREA.table)
      const bytes = this.memory.bytes.subarray(table, table + this.memory.wordAt(area + HEAP_AREA.tableBytes))
      for (const entry of bytes) this.usedAtLast += (BLOCKS_IN_USE[entry] ?? 0) * HEAP_AREA.blockBytes
    }
  }

  /**
   * How much may be added to a full heap, in bytes: nothing that the program could not have if its garbage were gone. What is added goes
   * away again once it is empty after a collection.
   */
  mayAdd(): number {
    if (this.memory.byteAt(TOP_LEVEL_COLLECT) === 0) return 0
    let size = 0
    for (const area of this.areas()) size += this.memory.wordAt(area + HEAP_AREA.end) - this.memory.wordAt(area + HEAP_AREA.start)
    return Math.max(0, Math.min(HEAP_BYTES - this.usedAtLast, HEAP_BYTES + MOST_ADDED - size))
  }

  private *areas(): Generator<number> {
    for (let area: number = HEAP_AREA.first; area !== 0; area = this.memory.wordAt(area)) yield area
  }
}

/** For each byte of an area's table: how many of its four blocks are in use. */
const BLOCKS_IN_USE = Array.from({ length: 256 }, (_, entry) => [0, 2, 4, 6].filter((shift) => ((entry >> shift) & 3) !== 0).length)

/** The functions of the firmware that are being called, innermost first; undefined when they are too many to be seen. */
function stackOfFirmware(): number[] | undefined {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = MOST_FRAMES
  const stack = (new Error().stack ?? '').split('\n    at ')
  Error.stackTraceLimit = before
  if (stack.length > MOST_FRAMES) return undefined
  return stack.flatMap((frame) => {
    const index = /wasm-function\[(\d+)\]/.exec(frame)?.[1]
    return index === undefined ? [] : [Number(index)]
  })
}
