import { hasCode } from '../../shared/errors'

/** What the shell is told: 1 for a failure, also of the user's program, 2 for a wrong use, 128 and the signal's number for an end by a signal. */
export const EXIT = { ok: 0, failed: 1, usage: 2, hangup: 129, interrupted: 130, brokenPipe: 141, terminated: 143 } as const

/** The exit code for what was thrown. */
export function exitCodeOf(thrown: unknown): number {
  if (hasCode(thrown, 'invalid-request')) return EXIT.usage
  return hasCode(thrown, 'cancelled') ? EXIT.interrupted : EXIT.failed
}
