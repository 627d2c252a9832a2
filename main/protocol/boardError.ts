import { AppError, type ErrorCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import { parseTraceback } from '../../shared/traceback'

const BY_NAME: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-found',
  EEXIST: 'exists',
  ENOSPC: 'no-space',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'is-a-folder',
  ENOTEMPTY: 'not-empty',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
}
/** Firmware prints most of these without a name. Numbers: MicroPython's py/mperrno.h. */
const BY_NUMBER: Readonly<Record<number, ErrorCode>> = {
  1: 'permission',
  2: 'not-found',
  13: 'permission',
  17: 'exists',
  20: 'not-a-folder',
  21: 'is-a-folder',
  28: 'no-space',
  30: 'permission',
  39: 'not-empty',
}
/** The WebAssembly port passes on the numbers of its C library where MicroPython has no name for them (WASI's errno). */
const BY_WEBASSEMBLY_NUMBER: Readonly<Record<number, ErrorCode>> = {
  ...BY_NUMBER,
  20: 'exists',
  31: 'is-a-folder',
  44: 'not-found',
  51: 'no-space',
  54: 'not-a-folder',
  55: 'not-empty',
  63: 'permission',
  69: 'permission',
}

const WORDS: Partial<Record<ErrorCode, string>> = {
  'not-found': text('{{path}} is not on the board'),
  exists: text('{{path}} exists already'),
  'no-space': text('{{path}} doesn’t fit: the board is full'),
  'not-a-folder': text('{{path}} is not a folder'),
  'is-a-folder': text('{{path}} is a folder'),
  'not-empty': text('{{path}} is not empty'),
  permission: text('{{path}} is protected by the board'),
}

/**
 * The board's error text as an AppError: the code that its errno stands for, else `board-error`. Details: `path`, and `traceback` with the
 * text, shortened to 4,000 characters.
 */
export function boardError(said: string, path: string, platform: string): AppError {
  const traceback = parseTraceback(said)
  const code = (traceback?.exception === 'OSError' ? codeOf(traceback.message, platform) : undefined) ?? 'board-error'
  return new AppError(code, wordsOf(code, path, traceback?.exception), { path, traceback: said.slice(-4_000) })
}

function wordsOf(code: ErrorCode, path: string, exception: string | undefined): string {
  const known = WORDS[code]
  if (known !== undefined) return t(known, { path })
  if (exception === 'MemoryError') return t('The board has no memory left for this. A soft reset sets free what programs keep.')
  if (exception === undefined) return t('{{path}}: the board reports an error', { path })
  return t('{{path}}: the board reports {{exception}}', { path, exception })
}

/** True for a board that ran out of heap, whatever it did. */
export function isMemoryError(text: string): boolean {
  return parseTraceback(text)?.exception === 'MemoryError'
}

/** True for the error of code that was never begun. Code of ours compiles: it was harmed on its way to a board without flow control. */
export function isUncompiled(text: string): boolean {
  return /^(SyntaxError|IndentationError)\b/m.test(text) && !text.includes(', in ')
}

/** Forms: `[Errno 28] ENOSPC`, `28`, `(28, 'text')`, `[Errno 30] Read-only filesystem`. */
function codeOf(message: string, platform: string): ErrorCode | undefined {
  if (message === 'file not found') return 'not-found' // the micro:bit's own file system
  const name = /\bE[A-Z]{3,}\b/.exec(message)?.[0]
  if (name !== undefined && BY_NAME[name] !== undefined) return BY_NAME[name]
  const number = /\d+/.exec(message)?.[0]
  return number === undefined ? undefined : (platform === 'webassembly' ? BY_WEBASSEMBLY_NUMBER : BY_NUMBER)[Number(number)]
}
