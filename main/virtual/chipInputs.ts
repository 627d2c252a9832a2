import type { Clock } from '../../shared/clock'
import type { AlwaysOn } from './alwaysOn'
import { type BoardLink, Word } from './boardLink'
import type { InterruptLine } from './interruptLine'
import { levelOf } from './pinLevel'
import { Edge, PIN_COUNT, Register, type Registers } from './registers'

/** A program that is just leaving another interrupt may overlook the first call. */
const POKE_AGAIN_MS = 5

/** The host's end of the board's pins: what is around the board reaches the interpreter, and interrupts it where a level changes. */
export class ChipInputs {
  /** Those of the running interpreter. */
  registers: Registers | undefined
  private line: InterruptLine | undefined
  private readonly control: Int32Array

  constructor(
    link: BoardLink,
    private readonly alwaysOn: AlwaysOn,
    private readonly clock: Clock,
  ) {
    this.control = new Int32Array(link.control)
  }

  /** To be told of each new interpreter. What changed since it has begun is not lost. */
  update(registers: Registers, line: InterruptLine): void {
    this.registers = registers
    this.line = line
    this.changed()
  }

  /** To be told when the inputs of `AlwaysOn` have changed. */
  changed(): void {
    const { registers } = this
    if (registers === undefined) return
    const before = levels(registers)
    this.alwaysOn.putInputs(registers)
    let edges = 0
    levels(registers).forEach((level, pin) => {
      if (level === before[pin]) return
      registers.setBits(Register.edges + pin, level === 1 ? Edge.rising : Edge.falling)
      edges++
    })
    if (edges > 0) this.interrupt()
  }

  /** Makes a running program see to what is due. A board that sleeps does so by itself. */
  poke(): void {
    this.line?.poke()
  }

  private interrupt(): void {
    this.poke()
    this.clock.after(POKE_AGAIN_MS, () => this.poke())
    Atomics.add(this.control, Word.wake, 1)
    Atomics.notify(this.control, Word.wake)
  }
}

function levels(registers: Registers): (0 | 1)[] {
  return Array.from({ length: PIN_COUNT }, (_, pin) => levelOf(registers, pin))
}
