import { z } from 'zod'

/** Every way in which something can fail. Code decides by these, never by the text of a message. */
export const ErrorCode = z.enum([
  'port-not-found', // nothing is there under that name
  'port-permission', // the system refuses us the port
  'port-busy', // another program holds the port
  'port-gone', // the port vanished while it was open
  'port-failed', // the system reported something else about the port
  'timeout', // a wait reached its limit
  'cancelled', // the user, or the program's end, called it off
  'busy', // one at a time, and another is under way
  'needs-prompt', // a program runs; the work has to stop it first and was not told to
  'watch-only', // the session is locked against every job
  'no-prompt', // every rung was tried and no prompt came
  'not-micropython', // something talks, but it isn't MicroPython
  'not-connected', // there is no open session
  'board-reset', // the board restarted in the middle of the work
  'board-error', // Python on the board raised an exception
  'not-found',
  'exists',
  'not-a-folder',
  'is-a-folder',
  'not-empty',
  'no-space',
  'hash-mismatch', // the copy on the board differs from what was sent
  'changed-elsewhere', // the file changed since it was read
  'invalid-path',
  'not-text', // the bytes are not UTF-8 text
  'too-large',
  'permission', // the file system refuses
  'forbidden', // the request came from where it may not come from
  'invalid-request', // the request does not fit the contract
  'not-available', // this host has no such ability
  'connection-lost', // the window lost its main process
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Facts about a failure that its text is made from, such as `{ port, holder }` or `{ traceback }`. */
export const ErrorDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type ErrorDetails = z.infer<typeof ErrorDetails>

/** A failure as it crosses the contract. */
export const WireError = z.object({ code: ErrorCode, message: z.string(), details: ErrorDetails })
export type WireError = z.infer<typeof WireError>

/** The one error class. `message` says what happened, in words for people; `code` says it for programs. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  /** Turns whatever was thrown into an AppError; what is not one already becomes `internal`. */
  static from(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return new AppError('internal', message, {}, { cause: thrown })
  }

  toWire(): WireError {
    return { code: this.code, message: this.message, details: this.details }
  }

  static fromWire(wire: WireError): AppError {
    return new AppError(wire.code, wire.message, wire.details)
  }
}

/** True for an AppError with one of the given codes. */
export function hasCode(thrown: unknown, ...codes: ErrorCode[]): thrown is AppError {
  return thrown instanceof AppError && codes.includes(thrown.code)
}
