import type { BoardConsole } from './boardConsole'
import type { GuestMemory } from './guestMemory'

const CTRL_C = 0x03
const CTRL_D = 0x04
/** Tells the sender that it may send another window of bytes. */
const WINDOW = Uint8Array.of(0x01)
/** Tells the sender that no more code is wanted, or that its end was seen. */
const END = Uint8Array.of(CTRL_D)
const END_OF_CODE = -1

/** Offsets in the firmware's `mp_reader_stdin_t`. */
const ENDED = 0
const WINDOW_SIZE = 2
const WINDOW_LEFT = 4

/**
 * Raw-paste mode as the compiler reads it, a byte at a time, with the flow control of the documentation of the REPL: the work of the
 * firmware's `mp_reader_stdin_readbyte` and `mp_reader_stdin_close`, which this build has without a console to read from.
 */
export class PastedCode {
  constructor(
    private readonly memory: GuestMemory,
    private readonly console: BoardConsole,
  ) {}

  /** The next byte of code, or -1 at its end. Ctrl-C ends it too, and calls `interrupt`. */
  read(reader: number, interrupt: () => void): number {
    if (this.memory.byteAt(reader + ENDED) !== 0) return END_OF_CODE
    const char = this.console.readByte()
    if (char < 0) return END_OF_CODE
    if (char === CTRL_C || char === CTRL_D) {
      this.memory.byte(reader + ENDED, 1)
      this.console.write(END)
      if (char === CTRL_C) interrupt()
      return END_OF_CODE
    }
    const left = this.memory.halfAt(reader + WINDOW_LEFT) - 1
    if (left === 0) this.console.write(WINDOW)
    this.memory.half(reader + WINDOW_LEFT, left === 0 ? this.memory.halfAt(reader + WINDOW_SIZE) : left)
    return char
  }

  /** Ends the reception early when the code has an error: says so, and takes bytes until the sender has understood. */
  close(reader: number): void {
    if (this.memory.byteAt(reader + ENDED) !== 0) return
    this.memory.byte(reader + ENDED, 1)
    this.console.write(END)
    for (;;) {
      const char = this.console.readByte()
      if (char < 0 || char === CTRL_C || char === CTRL_D) return
    }
  }
}
