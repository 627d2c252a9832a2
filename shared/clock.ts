import { type Disposable, toDisposable } from './lifecycle'

/** Time, delays and chance, injected so that tests can run them faster and replay them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonic(): number
  /** Calls back once after `ms` milliseconds, unless disposed before. */
  after(ms: number, callback: () => void): Disposable
  /** At least 0 and below 1. */
  random(): number
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return toDisposable(() => {
      clearTimeout(timer)
    })
  },
  random: () => Math.random(),
}

/** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it aborts. */
export function delay(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      timer.dispose()
      reject(signal?.reason as Error)
    }
    const timer = clock.after(ms, () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    if (signal?.aborted === true) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
}
