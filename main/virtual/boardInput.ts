import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable } from '../../shared/lifecycle'
import type { Clock } from '../../shared/clock'
import { ByteRing } from './byteRing'
import { type BoardLink, Word } from './boardLink'
import type { InterruptLine } from './interruptLine'

const CTRL_C = 0x03
/** How soon an interrupt is seen that came together with the program it is meant for, or that the interpreter has overlooked. */
const LOOK_AGAIN_MS = 5

interface Waiting {
  bytes: Uint8Array
  done: () => void
  failed: (error: AppError) => void
}

/**
 * The host's end of the board's input. A byte that is the running program's interrupt char never waits: it throws away what waits
 * before it, as firmware does, and pulls the interrupt. Everything else goes into the ring as there is room.
 */
export class BoardInput implements Disposable {
  private line: InterruptLine | undefined
  private readonly ring: ByteRing
  private readonly control: Int32Array
  private waiting: Waiting[] = []
  private look: Disposable | undefined

  constructor(
    link: BoardLink,
    private readonly clock: Clock,
  ) {
    this.ring = new ByteRing(link.input)
    this.control = new Int32Array(link.control)
  }

  /** To be told of each new interpreter, and of input that was taken. */
  update(line: InterruptLine | undefined): void {
    this.line = line
    this.pump()
  }

  /** Resolves when the board's buffer has taken all of it; `waitingBytes` tells how much it hasn't. */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ bytes: bytes.slice(), done: resolve, failed: reject })
      this.pump()
    })
  }

  /** Changes whenever the board takes something. */
  get waitingBytes(): number {
    return this.waiting.reduce((sum, { bytes }) => sum + bytes.length, this.ring.length)
  }

  /** Moves on what can be moved. */
  pump(): void {
    this.pullInterrupt()
    const before = this.ring.length
    while (this.waiting.length > 0) {
      const first = this.waiting[0] as Waiting
      // Set before looking for room, so that what is taken meanwhile is told.
      Atomics.store(this.control, Word.inputWanted, 1)
      first.bytes = first.bytes.subarray(this.ring.put(first.bytes))
      if (first.bytes.length > 0) break
      this.waiting.shift()
      first.done()
    }
    if (this.ring.length > 0 || before > 0) this.wake()
    this.lookAgain()
  }

  dispose(): void {
    this.look?.dispose()
    for (const { failed } of this.waiting.splice(0)) failed(new AppError('port-gone', t('The virtual board is off')))
  }

  private pullInterrupt(): void {
    const { line } = this
    const char = line?.char ?? -1
    if (line === undefined || char < 0) return
    const last = this.waiting.findLastIndex(({ bytes }) => bytes.includes(char))
    if (last >= 0) {
      this.ring.clear()
      for (const { done } of this.waiting.splice(0, last)) done()
      const holder = this.waiting[0] as Waiting
      holder.bytes = holder.bytes.subarray(holder.bytes.lastIndexOf(char) + 1)
    } else if (this.ring.includes(char)) this.ring.dropThrough(char)
    else return
    Atomics.add(this.control, Word.interrupts, 1)
    line.pull()
    this.wake()
    Atomics.add(this.control, Word.room, 1)
    Atomics.notify(this.control, Word.room)
  }

  private wake(): void {
    Atomics.add(this.control, Word.wake, 1)
    Atomics.notify(this.control, Word.wake)
  }

  /** Ctrl-C may lie here because it came with the program that it is to end, before that ran; or it was pulled, and not seen. */
  private lookAgain(): void {
    if (this.look !== undefined) return
    const pulled = this.line?.pending === true
    if (!pulled && !this.ring.includes(CTRL_C) && !this.waiting.some(({ bytes }) => bytes.includes(CTRL_C))) return
    this.look = this.clock.after(LOOK_AGAIN_MS, () => {
      this.look = undefined
      this.line?.remind()
      this.pump()
    })
  }
}
