import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** More than this many waiting jobs are refused. */
export const MAX_WAITING = 50

/** Runs tasks one at a time, in the order in which they came. */
export class JobQueue {
  private readonly waiting: { start: () => void; drop: (error: AppError) => void }[] = []
  private readonly idlers: (() => void)[] = []
  private active = false

  /** Settles as the task does. Rejects with `busy` when 50 tasks wait already, or with the error given to `drop`. */
  run<T>(task: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new AppError('busy', t('Too many jobs are waiting for this board')))
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({
        start: () => {
          task()
            .then(resolve, reject)
            .finally(() => {
              this.active = false
              this.next()
            })
        },
        drop: reject,
      })
      this.next()
    })
  }

  /** Resolves when no task is under way and none waits. */
  idle(): Promise<void> {
    if (!this.active && this.waiting.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.idlers.push(resolve))
  }

  /** Waiting tasks fail with this error; the one under way goes on. */
  drop(error: AppError): void {
    for (const task of this.waiting.splice(0)) task.drop(error)
  }

  private next(): void {
    if (this.active) return
    const task = this.waiting.shift()
    if (task === undefined) {
      for (const resolve of this.idlers.splice(0)) resolve()
      return
    }
    this.active = true
    task.start()
  }
}
