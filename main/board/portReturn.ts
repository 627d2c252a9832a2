import type { Disposable } from '../../shared/lifecycle'
import type { SessionParts } from './sessionParts'

/** Waits until the session's port is open again: true then, false after `ms` milliseconds. Rejects with the signal's reason. */
export function portReturns({ clock, port }: Pick<SessionParts, 'clock' | 'port'>, ms: number, signal?: AbortSignal): Promise<boolean> {
  if (port.isOpen) return Promise.resolve(true)
  return new Promise((resolve, reject) => {
    const end = (): void => {
      timer.dispose()
      opening.dispose()
      signal?.removeEventListener('abort', abort)
    }
    const abort = (): void => {
      end()
      reject(signal?.reason as Error)
    }
    const settle = (isOpen: boolean): void => {
      end()
      resolve(isOpen)
    }
    const timer: Disposable = clock.after(Math.max(1, ms), () => settle(false))
    const opening: Disposable = port.onOpened(() => settle(true))
    signal?.addEventListener('abort', abort)
    if (signal?.aborted === true) abort()
  })
}
