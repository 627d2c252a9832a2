import { ByteRing } from './byteRing'
import { AWAKE, type BoardLink, type BoardMessage, Word } from './boardLink'

const CR = 0x0d
const LF = 0x0a
/** Shorter waits are spun, as the system's timer is no better than this. */
const SPIN_MS = 0.2

/** What a sleeping board wakes up for, besides input. */
export interface Wakers {
  /** Milliseconds until interrupts of the hardware are due; 0 or less when they are now. */
  due: () => number
  /** Runs what is due. */
  serve: () => void
}

const NOTHING_DUE: Wakers = { due: () => Infinity, serve: () => undefined }

/**
 * The board's end of the wire, on the board's thread: it sleeps where a board would wait. `interrupted` says whether Ctrl-C waits to
 * be raised; every wait ends at once when it does.
 */
export class BoardConsole {
  /** Set by the interpreter that uses the console. */
  interrupted: () => boolean = () => false
  /** Likewise. */
  wakers: Wakers = NOTHING_DUE
  /** When something else than input comes for a program that waits for events, on the monotonic clock. Set by the interpreter's parts. */
  nextEvent: () => number = () => Infinity
  /** Whether the program that is about to wait for events looked for input too. */
  inputAwaited = false
  private readonly control: Int32Array
  private readonly input: ByteRing
  private readonly output: ByteRing
  private lastWritten = 0
  private isMuted = false

  constructor(
    link: BoardLink,
    private readonly tell: (message: BoardMessage) => void,
  ) {
    this.control = new Int32Array(link.control)
    this.input = new ByteRing(link.input)
    this.output = new ByteRing(link.output)
  }

  /** Writes text: line ends become CR LF, as on a board. */
  writeText(bytes: Uint8Array): void {
    const cooked: number[] = []
    for (const byte of bytes) {
      if (byte === LF && this.lastWritten !== CR) cooked.push(CR)
      cooked.push(byte)
      this.lastWritten = byte
    }
    this.write(Uint8Array.from(cooked))
  }

  /** Writes bytes as they are. Waits for room; when it is interrupted while it waits, the rest is dropped, as a board's USB stack does. */
  write(bytes: Uint8Array): void {
    if (this.isMuted) return
    let rest = bytes
    while (rest.length > 0) {
      const seen = Atomics.load(this.control, Word.room)
      const count = this.output.put(rest)
      if (count > 0 && Atomics.compareExchange(this.control, Word.outputTold, 0, 1) === 0) this.tell({ kind: 'output' })
      rest = rest.subarray(count)
      if (rest.length === 0 || this.interrupted()) return
      Atomics.wait(this.control, Word.room, seen)
    }
  }

  /** Whether a byte can be read without waiting. */
  get hasInput(): boolean {
    return this.input.length > 0
  }

  /** The next byte. Waits for it, and serves interrupts meanwhile; -1 when it was interrupted by Ctrl-C. */
  readByte(): number {
    for (;;) {
      const seen = Atomics.load(this.control, Word.wake)
      const byte = this.tryReadByte()
      if (byte >= 0) return byte
      if (this.interrupted()) return -1
      this.rest(seen, Infinity)
    }
  }

  /** The next byte, or -1 when there is none now. */
  tryReadByte(): number {
    const byte = this.input.takeByte()
    if (byte >= 0 && Atomics.compareExchange(this.control, Word.inputWanted, 1, 0) === 1) this.tell({ kind: 'inputTaken' })
    return byte
  }

  /** Sleeps, and serves interrupts meanwhile; ends early when interrupted by Ctrl-C. */
  sleep(ms: number): void {
    const end = performance.now() + ms
    for (;;) {
      const seen = Atomics.load(this.control, Word.wake)
      const left = end - performance.now()
      if (left <= 0 || this.interrupted()) return
      this.rest(seen, left)
    }
  }

  /** Sleeps until there is input, any interrupt or an event of the parts, at most `ms` (-1: no limit). */
  waitForEvent(ms: number): void {
    const wantsInput = this.inputAwaited
    this.inputAwaited = false
    const seen = Atomics.load(this.control, Word.wake)
    if ((wantsInput && this.hasInput) || this.interrupted()) return
    const untilEvent = Math.max(0, this.nextEvent() - performance.now())
    this.rest(seen, Math.min(ms < 0 ? Infinity : ms, untilEvent))
    if (this.wakers.due() <= 0) this.wakers.serve()
  }

  /** How often Ctrl-C has interrupted the board. */
  get interrupts(): number {
    return Atomics.load(this.control, Word.interrupts)
  }

  /** Does something whose output nobody shall see. */
  muted(work: () => void): void {
    this.isMuted = true
    try {
      work()
    } finally {
      this.isMuted = false
    }
  }

  /** Stops the board for good, until the host ends its thread. */
  halt(): never {
    const never = new Int32Array(new SharedArrayBuffer(4))
    for (;;) Atomics.wait(never, 0, 0)
  }

  /** Serves interrupts when they are due; else sleeps until they are, for at most `ms`, unless the host has woken the board since `seen`. */
  private rest(seen: number, ms: number): void {
    const due = this.wakers.due()
    const limit = Math.min(due, ms)
    if (due <= 0) this.wakers.serve()
    else if (limit > SPIN_MS) {
      if (limit === Infinity) Atomics.store(this.control, Word.resting, seen)
      Atomics.wait(this.control, Word.wake, seen, limit)
      Atomics.store(this.control, Word.resting, AWAKE)
    }
  }
}
