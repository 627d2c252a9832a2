import type { Clock } from '../../shared/clock'
import { type Disposable, toDisposable } from '../../shared/lifecycle'

/** A clock whose time passes only when a test says so. Starts at 2026-01-01 12:00 UTC. */
export class FakeClock implements Clock {
  private elapsed = 0
  private seed = 1
  private timers: { at: number; callback: () => void }[] = []

  constructor(private readonly start = Date.UTC(2026, 0, 1, 12)) {}

  now(): number {
    return this.start + this.elapsed
  }

  monotonic(): number {
    return this.elapsed
  }

  after(ms: number, callback: () => void): Disposable {
    const timer = { at: this.elapsed + Math.max(0, ms), callback }
    this.timers.push(timer)
    return toDisposable(() => {
      this.timers = this.timers.filter((other) => other !== timer)
    })
  }

  /** The same numbers in every run. */
  random(): number {
    this.seed = (this.seed * 16_807) % 2_147_483_647
    return this.seed / 2_147_483_647
  }

  /** How many timers wait. */
  get pending(): number {
    return this.timers.length
  }

  /** Lets `ms` milliseconds pass: due timers fire in order, and what they started settles before time goes on. */
  async advance(ms: number): Promise<void> {
    const end = this.elapsed + ms
    await settle()
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.timers = this.timers.filter((other) => other !== next)
      this.elapsed = Math.max(this.elapsed, next.at)
      next.callback()
      await settle()
    }
    this.elapsed = end
    await settle()
  }
}

/** Lets every promise that can go on without time or input go on. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
  await new Promise<void>((resolve) => setImmediate(resolve))
}

/** Lets time pass in steps of 10 ms until the promise settles, for at most `limitMs`; answers as the promise does. */
export async function passTimeUntil<T>(clock: FakeClock, promise: Promise<T>, limitMs = 60_000): Promise<T> {
  const progress = { settled: false }
  const mark = (): void => {
    progress.settled = true
  }
  promise.then(mark, mark)
  await settle()
  for (let passed = 0; !progress.settled && passed < limitMs; passed += 10) await clock.advance(10)
  if (!progress.settled) throw new Error(`not settled after ${limitMs} ms`)
  return await promise
}
