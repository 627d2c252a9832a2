import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** Settles as `work` does, or rejects with `timeout` after `ms` milliseconds. `work` itself goes on. */
export function withLimit<T>(clock: Clock, ms: number, what: string, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = clock.after(ms, () => {
      reject(new AppError('timeout', t('{{what}} took longer than {{seconds}} s', { what, seconds: ms / 1000 })))
    })
    work.then(resolve, reject).finally(() => {
      timer.dispose()
    })
  })
}
