import type { Disposable } from '../../../shared/lifecycle'
import type { JumpingClock } from './jumpingClock'
import type { Fault } from './fault'

/** What a stream does next: bytes go on, time passes, nothing passes any more, or something else happens. */
type Step =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'wait'; ms: number }
  | { kind: 'stall'; isTaken: boolean }
  | { kind: 'act'; fault: Fault }
  | { kind: 'end'; done: () => void }

/** What a stream needs of its surroundings. */
export interface StreamEnds {
  clock: JumpingClock
  /** Takes the bytes at the other end. */
  deliver: (bytes: Uint8Array) => Promise<void>
  /** A fault that is none of the stream alone. */
  act: (fault: Fault) => void
}

/** One direction of the wire. Faults strike by the count of the bytes that were put in, whatever pieces they come in. */
export class FaultyStream {
  private steps: Step[] = []
  private faults: Fault[] = []
  private passed = 0
  private isRunning = false
  private timer: Disposable | undefined
  private isStalled = false
  /** What is put in counts as passed at once: the system's buffer holds it. */
  private isTaken = false
  private isDead = false

  constructor(private readonly ends: StreamEnds) {}

  /** From now on the bytes are counted, from 0 on. */
  arm(faults: readonly Fault[]): void {
    this.passed = 0
    this.faults = spread(faults)
  }

  /** No fault strikes any more; what was held up goes on its way. */
  disarm(): void {
    this.faults = []
    this.steps = this.steps.filter(({ kind }) => kind === 'bytes' || kind === 'end')
    this.isStalled = false
    this.isTaken = false
    this.timer?.dispose()
    this.run()
  }

  /** True while bytes are held up by nothing but this thread. */
  get isMoving(): boolean {
    return this.isRunning && this.timer === undefined && !this.isStalled
  }

  /** Resolves when the bytes have passed, or the stream is cut. */
  put(bytes: Uint8Array): Promise<void> {
    if (this.isDead) return Promise.resolve()
    this.cut(bytes)
    if (this.isTaken) return Promise.resolve()
    return new Promise((resolve) => {
      this.steps.push({ kind: 'end', done: resolve })
      this.run()
    })
  }

  /** Nothing passes any more; what is under way is lost. */
  kill(): void {
    this.isDead = true
    this.release()
    this.steps = []
    this.timer?.dispose()
  }

  /** Takes the bytes apart at the faults. */
  private cut(bytes: Uint8Array): void {
    let from = 0
    const end = this.passed + bytes.length
    while (this.faults[0] !== undefined && this.faults[0].at < end) {
      const fault = this.faults[0]
      const at = Math.max(from, fault.at - this.passed)
      this.pass(bytes.slice(from, at))
      from = this.strike(fault, bytes, at)
    }
    this.pass(bytes.slice(from))
    this.passed = end
  }

  /** Does what the fault says at that place; returns where the bytes go on. */
  private strike(fault: Fault, bytes: Uint8Array, at: number): number {
    const [, ...rest] = this.faults
    this.faults = rest
    const here = bytes.slice(at, at + ('count' in fault ? fault.count : 1))
    switch (fault.kind) {
      case 'drop':
        this.goOn(fault, fault.count - here.length, at + here.length)
        return at + here.length
      case 'double': {
        const kept = [...(fault.kept ?? []), ...here]
        this.pass(here)
        if (here.length === fault.count) this.pass(Uint8Array.from(kept))
        else this.goOn({ ...fault, kept }, fault.count - here.length, at + here.length)
        return at + here.length
      }
      case 'corrupt':
        this.pass(here.map((byte) => byte ^ (fault.bits[0] ?? 0)))
        return at + here.length
      case 'split':
        for (const byte of here) this.steps.push({ kind: 'bytes', bytes: Uint8Array.of(byte) }, { kind: 'wait', ms: 0 })
        this.goOn(fault, fault.count - here.length, at + here.length)
        return at + here.length
      case 'delay':
        this.steps.push({ kind: 'wait', ms: fault.ms })
        return at
      case 'stall':
        this.steps.push({ kind: 'stall', isTaken: fault.isTaken })
        return at
      case 'print':
        this.pass(new TextEncoder().encode(fault.text))
        return at
      case 'noise':
      case 'unplug':
      case 'reset':
      case 'cancel':
        this.steps.push({ kind: 'act', fault })
        return at
    }
  }

  /** A fault that reaches beyond these bytes strikes the next ones too. */
  private goOn(fault: Extract<Fault, { count: number }>, count: number, at: number): void {
    if (count > 0) this.faults = [{ ...fault, count, at: this.passed + at }, ...this.faults]
  }

  private pass(bytes: Uint8Array): void {
    if (bytes.length > 0) this.steps.push({ kind: 'bytes', bytes })
  }

  private run(): void {
    if (this.isRunning || this.isStalled) return
    this.isRunning = true
    void this.work()
  }

  private async work(): Promise<void> {
    for (let step = this.steps.shift(); step !== undefined; step = this.steps.shift()) {
      this.ends.clock.note()
      if (step.kind === 'bytes') await this.ends.deliver(step.bytes)
      else if (step.kind === 'wait') await this.wait(step.ms)
      else if (step.kind === 'act') this.ends.act(step.fault)
      else if (step.kind === 'end') step.done()
      else {
        this.isStalled = true
        this.isTaken = step.isTaken
        if (this.isTaken) this.release()
        break
      }
    }
    this.isRunning = false
  }

  /** Whoever waits for bytes to pass waits no more. */
  private release(): void {
    const ends = this.steps.filter((step) => step.kind === 'end')
    this.steps = this.steps.filter((step) => step.kind !== 'end')
    for (const end of ends) end.done()
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        this.timer = undefined
        resolve()
      }
      const timer = this.ends.clock.after(ms, end)
      this.timer = {
        dispose: () => {
          timer.dispose()
          end()
        },
      }
    })
  }
}

/** Each changed byte is a fault of its own. */
function spread(faults: readonly Fault[]): Fault[] {
  return faults
    .flatMap((fault): Fault[] => {
      if (fault.kind === 'corrupt') return fault.bits.map((bits, i) => ({ ...fault, at: fault.at + i, bits: [bits] }))
      if (fault.kind !== 'noise') return [fault]
      let at = fault.at
      return fault.gaps.map((gap, i) => ({ way: fault.way, at: (at += gap), kind: 'corrupt', bits: [fault.bits[i] ?? 1] }))
    })
    .sort((a, b) => a.at - b.at)
}
