import type { Log } from '../log/log'

/**
 * Logs what no one caught, and goes on: the boards' ports, running programs and unsaved text are worth more than a clean end.
 * Such an entry is always a defect.
 */
export function logStrayErrors(log: Pick<Log, 'write'>): void {
  const report = (thrown: unknown): void =>
    log.write('error', `Not caught: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`)
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}
