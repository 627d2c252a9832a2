import type { Clock } from '../../shared/clock'
import type { AppError } from '../../shared/errors'
import { type Disposable, DisposableStore } from '../../shared/lifecycle'
import type { OtherFirmware, TalksLike } from '../../shared/talksLike'
import { concat, textOf } from '../protocol/bytes'
import { quotedLine } from '../protocol/heardText'
import { type FirmwareGuess, firmwareByUsb, otherFirmware, showsBanner } from '../protocol/otherFirmware'
import type { Screen } from './screen'
import type { SessionStatus } from './sessionStatus'

/** Of what came, this much is kept: an ESP32's boot messages are under 1 KB. */
const KEPT_BYTES = 8_192
/** What comes without pause is looked at this often. */
const LOOK_MS = 300

/** Follows what a port says that has shown no prompt, and tells what else than MicroPython it seems to be. */
export class ForeignWatch implements Disposable {
  private readonly owned = new DisposableStore()
  private kept: Uint8Array = new Uint8Array()
  private next: Disposable | undefined

  constructor(
    private readonly clock: Clock,
    private readonly status: SessionStatus,
    private readonly screen: Screen,
  ) {
    this.owned.add(screen.onShown((bytes) => this.take(bytes)))
  }

  /** A port was opened: nothing is known of it. */
  begin(): void {
    this.kept = new Uint8Array()
    if (this.status.snapshot().talksLike !== null) this.status.note({ talksLike: null })
  }

  /** The prompt was asked for in vain, and something talked: with this failure. */
  tried(failure: AppError): void {
    const { said, echo, binary } = failure.details
    const unknown: OtherFirmware = echo === true ? 'echo' : binary === true ? 'binary' : 'text'
    const byUsb = unknown === 'text' ? firmwareByUsb(this.status.port) : undefined
    const guess = otherFirmware(textOf(this.kept)) ?? { kind: byUsb ?? unknown, sure: false }
    this.status.note({ interruptIgnored: false }) // it has said itself why
    this.note(guess, true, typeof said === 'string' ? said : '')
  }

  dispose(): void {
    this.next?.dispose()
    this.owned.dispose()
  }

  private take(bytes: Uint8Array): void {
    if (this.status.state.kind === 'ready' || this.screen.prompts.isProven) {
      this.kept = new Uint8Array()
      return
    }
    this.kept = concat(this.kept, bytes).slice(-KEPT_BYTES)
    this.next ??= this.clock.after(LOOK_MS, () => {
      this.next = undefined
      this.look()
    })
  }

  /** Before anything was sent, only what is sure counts: a program on MicroPython may print anything. */
  private look(): void {
    const text = textOf(this.kept)
    if (showsBanner(text)) this.screen.prompts.isProven = true
    const { state, talksLike, hasSent } = this.status.snapshot()
    if (state.kind !== 'attached' || hasSent === true || talksLike?.tried === true) return
    const guess = this.screen.prompts.isProven ? undefined : otherFirmware(text)
    if (guess?.sure === true) this.note(guess, false, quotedLine(text))
  }

  private note(guess: FirmwareGuess, tried: boolean, said: string): void {
    const before = this.status.snapshot().talksLike
    const talksLike: TalksLike = { ...guess, tried, said }
    if (before?.kind === talksLike.kind && before.tried === tried) return // what it says changes all the time
    this.status.note({ talksLike })
  }
}
