import { SCHEDULER_IDLE, SCHEDULER_PENDING, SCHEDULER_QUEUE, SCHEDULER_STATE } from './firmware'
import type { GuestMemory } from './guestMemory'

/** The firmware's queue of scheduled calls. Only the board's thread may touch it. A call is two objects of Python: a function and its argument. */
export class CallQueue {
  constructor(private readonly memory: GuestMemory) {}

  /** What `mp_sched_schedule` does. False when the queue is full. */
  put(callback: number, argument: number): boolean {
    const { memory, length } = this
    if (length >= SCHEDULER_QUEUE.capacity) return false
    memory.word(this.entry(length), callback)
    memory.word(this.entry(length) + 4, argument)
    memory.byte(SCHEDULER_QUEUE.length, length + 1)
    this.remind()
    return true
  }

  has(callback: number, argument: number): boolean {
    for (let i = 0; i < this.length; i++) {
      if (this.memory.wordAt(this.entry(i)) === callback && this.memory.wordAt(this.entry(i) + 4) === argument) return true
    }
    return false
  }

  /** Makes the firmware look into the queue as soon as it can. */
  remind(): void {
    this.memory.exchangeHalf(SCHEDULER_STATE, SCHEDULER_IDLE, SCHEDULER_PENDING)
  }

  /** Whether the firmware is to look into it. */
  get isPending(): boolean {
    return this.memory.halfAt(SCHEDULER_STATE) === SCHEDULER_PENDING
  }

  /** Whether it will not look into it now, as a call is being run. */
  get isLocked(): boolean {
    const state = this.memory.halfAt(SCHEDULER_STATE)
    return state !== SCHEDULER_PENDING && state !== SCHEDULER_IDLE
  }

  private get length(): number {
    return this.memory.byteAt(SCHEDULER_QUEUE.length)
  }

  private entry(i: number): number {
    return SCHEDULER_QUEUE.entries + 8 * ((this.memory.byteAt(SCHEDULER_QUEUE.first) + i) % SCHEDULER_QUEUE.capacity)
  }
}
