import {
  INTERRUPT_CHAR,
  KEYBOARD_INTERRUPT,
  KEYBOARD_INTERRUPT_TRACEBACK,
  PENDING_EXCEPTION,
  SCHEDULER_IDLE,
  SCHEDULER_PENDING,
  SCHEDULER_STATE,
} from './firmware'

/** The interrupt of the board's console, as the host pulls it: words in the memory of the running interpreter. */
export class InterruptLine {
  private readonly words: Int32Array
  private readonly halves: Int16Array

  constructor(memory: SharedArrayBuffer) {
    this.words = new Int32Array(memory)
    this.halves = new Int16Array(memory)
  }

  /** The byte that interrupts the running program, or -1 when none does (nothing runs, or the program asked for that). */
  get char(): number {
    return Atomics.load(this.words, INTERRUPT_CHAR / 4)
  }

  /** Whether an interrupt waits to be seen by the interpreter. */
  get pending(): boolean {
    return Atomics.load(this.words, PENDING_EXCEPTION / 4) !== 0
  }

  /** What `mp_sched_keyboard_interrupt` does. The interpreter looks between two byte codes. */
  pull(): void {
    Atomics.store(this.words, KEYBOARD_INTERRUPT_TRACEBACK / 4, 0)
    Atomics.store(this.words, PENDING_EXCEPTION / 4, KEYBOARD_INTERRUPT)
    this.remind()
  }

  /**
   * Makes the interpreter look for the interrupt that waits, if one does. When the interpreter is just leaving a scheduled call, it may
   * overwrite what `pull` has told it.
   */
  remind(): void {
    if (this.pending) this.poke()
  }

  /** Makes the interpreter look for interrupts of its hardware, between two byte codes; at once when it does not run any. */
  poke(): void {
    Atomics.compareExchange(this.halves, SCHEDULER_STATE / 2, SCHEDULER_IDLE, SCHEDULER_PENDING)
  }
}
