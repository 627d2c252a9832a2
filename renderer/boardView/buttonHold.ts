import type { Clock } from '../../shared/clock'
import type { Disposable } from '../../shared/lifecycle'

/** A press lasts at least so long, as a finger's does: programs that look now and then should see it. Milliseconds. */
export const LEAST_PRESS_MS = 120

/** The finger on one of the board's buttons. Whether the button is down is main's to know; this says what the finger makes of it. */
export class ButtonHold {
  /** When the finger went down; null while there is none. */
  private since: number | null = null
  private releasing: Disposable | null = null

  constructor(
    private readonly clock: Clock,
    private readonly set: (pressed: boolean) => void,
  ) {}

  /** The finger goes down on a button that is `down` or not. One that was held down for good is let go. With `lock` it stays down afterwards. */
  press(down: boolean, lock: boolean): void {
    if (this.since !== null) return // a second finger
    if (this.releasing !== null) this.endRelease()
    else if (down || lock) {
      this.toggle(down)
      return
    }
    this.since = this.clock.monotonic()
    this.set(true)
  }

  /** The finger leaves. Does nothing when there is none. */
  release(): void {
    if (this.since === null) return
    const rest = this.since + LEAST_PRESS_MS - this.clock.monotonic()
    this.since = null
    if (rest <= 0) this.set(false)
    else this.releasing = this.clock.after(rest, () => this.endRelease())
  }

  /** A short press, from a device that knows no longer ones. */
  tap(down: boolean): void {
    this.press(down, false)
    this.release()
  }

  /** Holds the button down for good, or lets it go. */
  toggle(down: boolean): void {
    this.releasing?.dispose()
    this.releasing = null
    this.since = null
    this.set(!down)
  }

  /** The button is no longer shown: nobody's finger can be on it. */
  leave(): void {
    if (this.releasing !== null) this.endRelease()
    else if (this.since !== null) {
      this.since = null
      this.set(false)
    }
  }

  private endRelease(): void {
    this.releasing?.dispose()
    this.releasing = null
    this.set(false)
  }
}
