import { REGISTER_BYTES, Register, Registers } from './registers'

/** Why the board started, as `machine.reset_cause()` says it. */
export const ResetCause = { power: 1, hard: 2, watchdog: 3, deepSleep: 4, soft: 5 } as const
export type ResetCause = (typeof ResetCause)[keyof typeof ResetCause]

/** Bytes that `RTC.memory` keeps at most. */
export const CLOCK_MEMORY_BYTES = 2_048

/** Words of 64 bits, in microseconds. */
const Time = { clockOffset: 0, interruptAt: 1, watchdogAt: 2, watchedUntil: 3 } as const
const NEVER = 0x7fff_ffff_ffff_ffffn
/** Words of 32 bits, after those. */
const StateWord = { cause: 8, memoryLength: 9 } as const
const MEMORY = 64
const INPUTS = MEMORY + CLOCK_MEMORY_BYTES
const BYTES = INPUTS + REGISTER_BYTES

/** The registers that tell the program what is around the board: where they begin, and their bytes. */
const INPUT_REGISTERS: readonly (readonly [number, number])[] = [
  [Register.outside, 32],
  [Register.analog, Register.humidity + 2 - Register.analog],
]

/**
 * What of the board lives through resets, shared by its thread and the host: clock, watchdog, the next interrupt by time, why the board started, and
 * what is around it. Times are milliseconds of `thisInstant`.
 */
export class AlwaysOn {
  /** What is around the board, at the places where the registers have it. */
  readonly inputs: Registers
  private readonly times: BigInt64Array
  private readonly words: Int32Array
  private readonly memory: Uint8Array

  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(BYTES)) {
    this.inputs = new Registers(shared, INPUTS)
    this.times = new BigInt64Array(shared, 0, 4)
    this.words = new Int32Array(shared, 0, 16)
    this.memory = new Uint8Array(shared, MEMORY, CLOCK_MEMORY_BYTES)
  }

  /** As the board is when it gets power: its clock shows the computer's local time. */
  powerUp(now: Date): void {
    this.clockOffset = -60_000 * now.getTimezoneOffset()
    this.clockMemory = new Uint8Array(0)
    this.restart(ResetCause.power)
  }

  /** As the board is after a reset of its chip. */
  restart(cause: ResetCause): void {
    this.interruptAt = Infinity
    this.watchdogAt = Infinity
    this.watchedUntil = Infinity
    this.cause = cause
  }

  /** What the board's clock is ahead of the computer's, which counts UTC; in ms. */
  get clockOffset(): number {
    return this.timeAt(Time.clockOffset)
  }

  set clockOffset(ms: number) {
    this.setTime(Time.clockOffset, ms)
  }

  /** When the next interrupt by time is due; Infinity when none is. */
  get interruptAt(): number {
    return this.timeAt(Time.interruptAt)
  }

  set interruptAt(instant: number) {
    this.setTime(Time.interruptAt, instant)
  }

  /** When the watchdog resets the board unless it is fed until then; Infinity while it is off. */
  get watchdogAt(): number {
    return this.timeAt(Time.watchdogAt)
  }

  set watchdogAt(instant: number) {
    this.setTime(Time.watchdogAt, instant)
  }

  /** When the host looks at those two again by itself. What is due sooner it has to be told; Infinity: whatever is due. */
  get watchedUntil(): number {
    return this.timeAt(Time.watchedUntil)
  }

  set watchedUntil(instant: number) {
    this.setTime(Time.watchedUntil, instant)
  }

  /** See `ResetCause`. */
  get cause(): number {
    return Atomics.load(this.words, StateWord.cause)
  }

  set cause(cause: number) {
    Atomics.store(this.words, StateWord.cause, cause)
  }

  /** The bytes that a program has given the clock to keep. */
  get clockMemory(): Uint8Array {
    return this.memory.slice(0, Atomics.load(this.words, StateWord.memoryLength))
  }

  set clockMemory(bytes: Uint8Array) {
    this.memory.set(bytes)
    Atomics.store(this.words, StateWord.memoryLength, bytes.length)
  }

  /** Lets an interpreter's registers tell what is around the board. */
  putInputs(registers: Registers): void {
    for (const [start, length] of INPUT_REGISTERS) registers.put(start, this.inputs.copy(start, length))
  }

  private timeAt(word: number): number {
    const micros = Atomics.load(this.times, word)
    return micros === NEVER ? Infinity : Number(micros) / 1000
  }

  private setTime(word: number, ms: number): void {
    Atomics.store(this.times, word, ms === Infinity ? NEVER : BigInt(Math.round(ms * 1000)))
  }
}

/** Milliseconds of a clock that never goes back, and is the same for all threads. */
export function thisInstant(): number {
  return performance.timeOrigin + performance.now()
}
