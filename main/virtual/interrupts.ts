import { type AlwaysOn, thisInstant } from './alwaysOn'
import type { CallQueue } from './callQueue'
import { Register, type Registers } from './registers'

/** A call of Python, by the addresses of two objects that the board's own module keeps alive. */
export interface Callback {
  callback: number
  argument: number
}

interface Timer extends Callback {
  /** See `thisInstant`. */
  due: number
  /** In ms; 0: once. */
  period: number
}

interface WatchedPin extends Callback {
  /** Bits of `Edge`. */
  trigger: number
  /** Those that led to the last call. */
  flags: number
}

/**
 * Interrupts of the board's hardware, on its own thread: timers, and changes of pins. What is due goes into the firmware's queue when that is looked
 * at: at jumps of a running program, in a sleep, at the prompt. A tick that finds the queue full, or the tick before it still there, is dropped.
 */
export class Interrupts {
  private readonly timers = new Map<number, Timer>()
  private readonly pins = new Map<number, WatchedPin>()
  private off = false

  constructor(
    private readonly queue: CallQueue,
    private readonly registers: Registers,
    private readonly alwaysOn: AlwaysOn,
    /** Tells the host that something is due before it looks by itself. */
    private readonly tell: () => void,
  ) {
    this.announce()
  }

  /** The first number, from this one on, of no running timer. */
  freeTimer(from: number): number {
    let number = from
    while (this.timers.has(number)) number++
    return number
  }

  /** `number` tells timers apart; one that has it already ends. The period is in ms. */
  startTimer(number: number, period: number, repeats: boolean, call: Callback): void {
    this.timers.set(number, { ...call, due: thisInstant() + period, period: repeats ? period : 0 })
    this.announce()
  }

  stopTimer(number: number): void {
    this.timers.delete(number)
    this.announce()
  }

  /** Calls back when the level of a pin changes in one of the ways that `trigger` names (bits of `Edge`); 0 ends that. */
  watchPin(pin: number, trigger: number, call: Callback): void {
    this.registers.takeByte(Register.edges + pin)
    this.registers.byte(Register.watched + pin, trigger === 0 ? 0 : 1)
    if (trigger === 0) this.pins.delete(pin)
    else this.pins.set(pin, { ...call, trigger, flags: 0 })
  }

  /** The changes that led to the last call. */
  flags(pin: number): number {
    return this.pins.get(pin)?.flags ?? 0
  }

  /** The program itself has changed the level of a pin. */
  edge(pin: number, bits: number): void {
    this.registers.setBits(Register.edges + pin, bits)
    this.queue.remind()
  }

  /** Switches all interrupts off or on; what was due meanwhile comes then. Returns whether they were off. */
  switchOff(off: boolean): boolean {
    const before = this.off
    this.off = off
    this.announce()
    if (!off) this.queue.remind()
    return before
  }

  /** Milliseconds until something can be run; 0 or less when it can be now. */
  get due(): number {
    if (this.queue.isLocked) return Infinity
    return this.queue.isPending || this.hasEdges ? 0 : this.alwaysOn.interruptAt - thisInstant()
  }

  /** Queues what is due. */
  queueDue(): void {
    if (this.off) return
    this.queuePins()
    if (this.timers.size === 0) return
    const now = thisInstant()
    const due = [...this.timers].filter(([, timer]) => timer.due <= now).sort(([, a], [, b]) => a.due - b.due)
    for (const [number, timer] of due) this.tick(number, timer, now)
    this.announce()
  }

  /** Whether something is due that is not in the queue yet. */
  get isDue(): boolean {
    return this.hasEdges || this.alwaysOn.interruptAt <= thisInstant()
  }

  private tick(number: number, timer: Timer, now: number): void {
    const { callback, argument, period } = timer
    const queued = this.queue.has(callback, argument) || this.queue.put(callback, argument)
    if (period > 0) timer.due += period * Math.ceil((now - timer.due) / period || 1)
    else if (queued) this.timers.delete(number)
  }

  private queuePins(): void {
    for (const [pin, watched] of this.pins) {
      const edges = this.registers.takeByte(Register.edges + pin) & watched.trigger
      if (edges === 0) continue
      watched.flags = edges
      this.queue.put(watched.callback, watched.argument)
    }
  }

  private get hasEdges(): boolean {
    if (this.off) return false
    for (const [pin, { trigger }] of this.pins) if ((this.registers.byteAt(Register.edges + pin) & trigger) !== 0) return true
    return false
  }

  private announce(): void {
    let next = Infinity
    if (!this.off) for (const { due } of this.timers.values()) next = Math.min(next, due)
    this.alwaysOn.interruptAt = next
    if (this.alwaysOn.interruptAt < this.alwaysOn.watchedUntil) this.tell()
  }
}
