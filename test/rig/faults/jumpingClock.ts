import type { Clock } from '../../../shared/clock'
import { type Disposable, toDisposable } from '../../../shared/lifecycle'
import { Chance } from './chance'

/** A board that computes for this long (of the machine's time) without a sign is not waited for any longer: then time goes on. */
const STUCK_MS = 4_000
/** Turns of the event loop in which nothing happened, before nothing is taken to happen by itself. */
const CALM_TURNS = 3
/** After so many turns the thread sleeps between looks, and leaves the processor to the board. */
const EAGER_TURNS = 30
const LOOK_MS = 0.5
/** With no timer to jump to, whatever the operating system may still owe is waited for so long. */
const SILENT_MS = 1_000
/** What Node calls work on files that was asked for and is not done. */
const FILE_WORK = ['FSReqPromise', 'FSReqCallback', 'CloseReq', 'ZLIB']

/** What came of driving: `stuck`: nothing waits for time, and nothing else will ever happen. */
export type DriveEnd = 'settled' | 'overdue' | 'stuck'

/**
 * A clock whose time stands still while anything happens by itself, and jumps to the next timer when nothing does. So the longest
 * deadlines cost nothing, and none is ever missed because the machine is slow: a replay finds the same order of things.
 */
export class JumpingClock implements Clock {
  private elapsed = 0
  private timers: { at: number; callback: () => void }[] = []
  private activity = 0
  private readonly chance = new Chance(1)
  /** How often time went on although the board still computed. */
  stuckBoards = 0

  /** `isQuiet`: the board waits for bytes, and none are on their way. */
  constructor(
    private readonly isQuiet: () => boolean,
    private readonly start = Date.UTC(2026, 0, 1, 12),
  ) {}

  now(): number {
    return this.start + this.elapsed
  }

  monotonic(): number {
    return this.elapsed
  }

  after(ms: number, callback: () => void): Disposable {
    this.note()
    const timer = { at: this.elapsed + Math.max(0, ms), callback }
    this.timers.push(timer)
    return toDisposable(() => {
      const at = this.timers.indexOf(timer)
      if (at < 0) return
      this.note()
      this.timers.splice(at, 1)
    })
  }

  random(): number {
    return this.chance.next()
  }

  /** How many timers wait. */
  get pending(): number {
    return this.timers.length
  }

  /** Something happened that may lead to more: a byte passed. */
  note(): void {
    this.activity += 1
  }

  /** Lets time pass until the work has settled, for at most `limitMs` of this clock's time. Never rejects. */
  async drive(work: Promise<unknown>, limitMs: number): Promise<DriveEnd> {
    const end = this.elapsed + limitMs
    const progress = { settled: false }
    const mark = (): void => {
      progress.settled = true
      this.note()
    }
    work.then(mark, mark)
    for (;;) {
      await this.calm(() => progress.settled)
      if (progress.settled) return 'settled'
      const next = this.timers.reduce<{ at: number } | undefined>(
        (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
        undefined,
      )
      if (next === undefined) {
        if (await this.somethingComes()) continue
        return 'stuck'
      }
      if (next.at > end) {
        this.elapsed = end
        return 'overdue'
      }
      this.jump(next)
    }
  }

  /** Lets `ms` milliseconds pass, and everything that happens in them. */
  async pass(ms: number): Promise<void> {
    await this.drive(new Promise((resolve) => this.after(ms, () => resolve(undefined))), ms)
    await this.calm(() => false)
  }

  /** Waits in the machine's time; true as soon as anything happens after all. */
  private async somethingComes(): Promise<boolean> {
    const before = this.activity
    for (const end = performance.now() + SILENT_MS; performance.now() < end;) {
      await look()
      if (this.activity !== before) return true
    }
    return false
  }

  private jump(timer: { at: number }): void {
    const at = this.timers.findIndex((other) => other === timer)
    const [due] = this.timers.splice(at, 1)
    this.elapsed = Math.max(this.elapsed, timer.at)
    this.note()
    due?.callback()
  }

  /** Waits, without time passing, until nothing happens by itself any more, or `isEnough`. */
  private async calm(isEnough: () => boolean): Promise<void> {
    let calm = 0
    let turns = 0
    let busySince = performance.now()
    while (calm < CALM_TURNS && !isEnough()) {
      const before = this.activity
      await (turns < EAGER_TURNS ? turn() : look())
      turns += 1
      const isQuiet = this.isQuiet()
      calm = isQuiet && before === this.activity ? calm + 1 : 0
      // Asked last, as it is slow to answer.
      if (calm === CALM_TURNS && worksOnFiles()) calm = 0
      if (before !== this.activity || isQuiet) busySince = performance.now()
      if (before !== this.activity) turns = 0
      if (performance.now() - busySince < STUCK_MS) continue
      this.stuckBoards += 1
      return
    }
  }
}

function worksOnFiles(): boolean {
  return process.getActiveResourcesInfo().some((name) => FILE_WORK.includes(name))
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function look(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LOOK_MS)
  })
}
