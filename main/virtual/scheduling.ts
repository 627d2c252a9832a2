import type { BoardConsole } from './boardConsole'
import type { CallQueue } from './callQueue'
import { INTERRUPT_CHAR, KEYBOARD_INTERRUPT, KEYBOARD_INTERRUPT_TRACEBACK, PENDING_EXCEPTION } from './firmware'
import type { GuestMemory } from './guestMemory'
import type { Interrupts } from './interrupts'

const CTRL_C = 0x03
/** Of `INTERRUPT_CHAR`: -1. */
const NO_CHAR = 0xffff_ffff
/** How `mp_handle_pending` leaves exceptions alone. */
const CALLS_ONLY = 0

/** When the firmware runs scheduled calls: also while it waits, at the prompt too. And what Ctrl-C does to them. */
export class Scheduling {
  /** Whether Python runs because of what was typed or started, and not at the prompt because of an interrupt. */
  private busy = false
  private interruptedAtPrompt = false
  private interruptsBefore = 0

  constructor(
    private readonly memory: GuestMemory,
    private readonly console: BoardConsole,
    private readonly queue: CallQueue,
    private readonly interrupts: Interrupts,
    private readonly handlePending: (behaviour: number) => void,
  ) {}

  /** Does something in which a program may run. */
  whileBusy<T>(work: () => T): T {
    this.busy = true
    try {
      return work()
    } finally {
      this.busy = false
    }
  }

  /** Runs what is due while the board waits. At the prompt, Ctrl-C is a character; but it can end a call that runs there. */
  serve(): void {
    const { memory } = this
    const char = memory.wordAt(INTERRUPT_CHAR)
    if (!this.busy) memory.word(INTERRUPT_CHAR, CTRL_C)
    this.queue.remind()
    this.handlePending(CALLS_ONLY)
    if (this.busy) return
    memory.word(INTERRUPT_CHAR, char)
    this.interruptedAtPrompt ||= this.console.interrupted()
  }

  /** To be called when the firmware begins to run scheduled calls. */
  begin(): void {
    const { interrupts } = this.console
    // When Ctrl-C has ended a program, the firmware does so too, and lets nothing interrupt it: what is due has to wait for the prompt.
    const isStopping = interrupts !== this.interruptsBefore && this.memory.wordAt(INTERRUPT_CHAR) === NO_CHAR
    this.interruptsBefore = interrupts
    if (!isStopping) this.interrupts.queueDue()
  }

  /**
   * To be called when a scheduled call has ended; returns whether there is more to see to. The firmware only reports an exception in such a call; but
   * a Ctrl-C ends the program as well.
   */
  end(): boolean {
    if (this.console.interrupts === this.interruptsBefore) return this.interrupts.isDue
    this.memory.word(KEYBOARD_INTERRUPT_TRACEBACK, 0)
    this.memory.word(PENDING_EXCEPTION, KEYBOARD_INTERRUPT)
    return true
  }

  /** Whether Ctrl-C, which means a new line to the prompt, has ended a call that ran there. Says so once. */
  takeInterruptAtPrompt(): boolean {
    const was = this.interruptedAtPrompt
    this.interruptedAtPrompt = false
    return was
  }
}
