import type { Clock } from '../../shared/clock'
import type { Disposable } from '../../shared/lifecycle'
import { type AlwaysOn, thisInstant } from './alwaysOn'
import type { ChipInputs } from './chipInputs'

/** An interrupt that is due is not seen while another one is served, or the firmware is in a long call. */
const LOOK_AGAIN_MS = 5

/**
 * What the board's thread can't do for itself while it computes: look at the clock. Interrupts by time are announced to a running program when they
 * are due, and a watchdog that was not fed bites. The board writes in `AlwaysOn` what is due when; nothing runs here while nothing is.
 */
export class BoardAlarms implements Disposable {
  private timer: Disposable | undefined
  private ended = false

  constructor(
    private readonly alwaysOn: AlwaysOn,
    private readonly clock: Clock,
    private readonly inputs: Pick<ChipInputs, 'poke'>,
    private readonly bite: () => void,
  ) {}

  /** To be called when something is due before `watchedUntil`. */
  look(): void {
    const { alwaysOn } = this
    this.timer?.dispose()
    this.timer = undefined
    if (this.ended) return
    const now = thisInstant()
    if (alwaysOn.watchdogAt <= now) {
      this.ended = true
      this.bite()
      return
    }
    if (alwaysOn.interruptAt <= now) this.inputs.poke()
    alwaysOn.watchedUntil = this.nextLook(now)
    // Read again: what the board has set while it did not know that time is not told.
    const next = Math.min(alwaysOn.watchedUntil, this.nextLook(now))
    if (next !== Infinity) this.timer = this.clock.after(Math.max(1, next - now), () => this.look())
  }

  dispose(): void {
    this.ended = true
    this.timer?.dispose()
  }

  private nextLook(now: number): number {
    const { interruptAt, watchdogAt } = this.alwaysOn
    return Math.min(watchdogAt, interruptAt <= now ? now + LOOK_AGAIN_MS : interruptAt)
  }
}
