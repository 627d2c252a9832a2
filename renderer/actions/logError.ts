import { AppError } from '../../shared/errors'
import { type Disposable, toDisposable } from '../../shared/lifecycle'
import { bridge } from '../bridge/bridge'

/** As the contract allows for one entry. */
const MAX_TEXT = 10_000

/** Puts a fault of the page into main's log, with its stack. Never throws: there is nobody left to tell. */
export function logError(where: string, thrown: unknown, more = ''): void {
  const told = thrown instanceof Error ? (thrown.stack ?? thrown.message) : AppError.from(thrown).message
  bridge()
    .request('log.write', { level: 'error', text: `${where}: ${told}${more}`.slice(0, MAX_TEXT) })
    .catch(() => undefined) // the console has it already
}

/** Logs what nobody in the page has caught, until disposed. */
export function logStrayErrors(): Disposable {
  const onError = (event: ErrorEvent): void => {
    // The browser's way to say that what a resize brought comes with the next frame. Nothing was thrown, nothing is lost.
    if (event.error == null && event.message.startsWith('ResizeObserver loop')) return
    logError('Uncaught in the window', event.error ?? event.message)
  }
  const onRejection = (event: PromiseRejectionEvent): void => logError('Not handled in the window', event.reason)
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return toDisposable(() => {
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  })
}
