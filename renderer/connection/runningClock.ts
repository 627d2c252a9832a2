import type { Clock } from '../../shared/clock'
import { type Disposable, DisposableStore, type Event, toDisposable } from '../../shared/lifecycle'

/** A second of the clock may be shown this much late, in milliseconds, to be drawn together with something else. */
const SLACK_MS = 500

/**
 * Tells the time, in milliseconds since 1970, now and anew for each whole second since `startedAt`: at once when something is drawn in that second
 * anyway, else a little late. A clock with frames of its own would cost about as much as a blinking LED.
 */
export function runningClock(startedAt: number, clock: Clock, onDrawn: Event<void>, tell: (now: number) => void): Disposable {
  const owned = new DisposableStore()
  let waiting: Disposable | undefined
  let shown = Number.NaN
  const second = (): number => Math.floor((clock.now() - startedAt) / 1_000)
  const tick = (): void => {
    waiting?.dispose()
    shown = second()
    tell(clock.now())
    waiting = clock.after(startedAt + (shown + 1) * 1_000 + SLACK_MS - clock.now(), tick)
  }
  owned.add(
    onDrawn(() => {
      if (second() !== shown) tick()
    }),
  )
  owned.add(toDisposable(() => waiting?.dispose()))
  tick()
  return owned
}
