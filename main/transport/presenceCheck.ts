import type { Clock } from '../../shared/clock'
import type { Disposable } from '../../shared/lifecycle'

/** How often a paused port is looked at. */
const PERIOD_MS = 500

/** Asks `isPresent` every 500 ms until it is disposed or the answer is no, which is told once. For ports of which nothing is read just now. */
export function watchPresence(clock: Clock, isPresent: () => Promise<boolean>, onVanished: () => void): Disposable {
  let next: Disposable | null = null
  let over = false
  const schedule = (): void => {
    next = clock.after(PERIOD_MS, () => {
      void isPresent().then((present) => {
        if (over) return
        if (present) schedule()
        else onVanished()
      })
    })
  }
  schedule()
  return {
    dispose() {
      over = true
      next?.dispose()
    },
  }
}
