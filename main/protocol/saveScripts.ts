import type { Encoding } from './probe'
import { pythonBytes, pythonString } from './pythonLiteral'

/*
 * The Python of a save. The file stays open between scripts as _pb_file. Answers are lines as in boardScripts.ts.
 */

/** A program may have put something of its own in the place of `print` and `open`: see `builtinsLine`. */
const BUILTINS = "__import__('builtins')"
const DONE = `${BUILTINS}.print('~.')`

/** A piece that is not as it was sent. */
export const HARMED = '~N'

const PUT = [
  'def _pb_put(d,n,s):',
  ' from builtins import len,print,sum',
  ` if len(d)!=n or sum(d)!=s:print('${HARMED}')`,
  ' elif _pb_file.write(d)not in(None,n):raise OSError(28)',
  " else:print('~.')",
]

/** Forgets what an earlier save left open, and its temporary file; opens a new one. `isPaced` is for `pacedPieceScript`. */
export function openScript(temporary: string, encoding: Encoding, isPaced = false): string {
  return [
    discardScript(temporary, false),
    ...(encoding === 'plain' ? [] : [`from binascii import ${encoding === 'hex' ? 'unhexlify' : 'a2b_base64'} as _pb_decode`]),
    `_pb_file=${BUILTINS}.open(${pythonString(temporary)},'wb')`,
    ...(isPaced ? PUT : []),
    DONE,
    '',
  ].join('\n')
}

/**
 * Appends a piece at `offset`, encoded or as a literal, whichever is shorter. A file system that takes fewer bytes is full. After a piece that failed for want of
 * memory the place is set anew, because a part may have been written.
 */
export function pieceScript(piece: Uint8Array, encoding: Encoding, seekTo: number | undefined): string {
  const data = pieceData(piece, encoding)
  const seek = seekTo === undefined ? '' : `__import__('gc').collect()\n_pb_file.seek(${seekTo})\n`
  return `${seek}if _pb_file.write(${data}) not in (None,${piece.length}):raise OSError(28)\n${DONE}\n`
}

/** As `pieceScript`, for a board that may lose bytes on their way: `~N` when the piece is not as it was sent, and nothing is written then. */
export function pacedPieceScript(piece: Uint8Array, encoding: Encoding): string {
  return `_pb_put(${pieceData(piece, encoding)},${piece.length},${piece.reduce((sum, byte) => sum + byte, 0)})\n`
}

/** An expression for the bytes. */
function pieceData(piece: Uint8Array, encoding: Encoding): string {
  const literal = pythonBytes(piece)
  const encoded = encoding === 'plain' ? literal : `_pb_decode(b'${Buffer.from(piece).toString(encoding)}')`
  return encoded.length < literal.length ? encoded : literal
}

/** Closes the file, which writes what the file system had kept back; then does what `next` says, or answers. */
export function closeScript(next = `${DONE}\n`): string {
  return `try:\n _pb_file.close()\nfinally:\n del _pb_file\n${next}`
}

/** Gives up: closes the file if one is open, and removes it. Also forgets the save's other names. */
export function discardScript(temporary: string, complete = true): string {
  return [
    'try:_pb_file.close()',
    'except (NameError,OSError):pass',
    `try:__import__('os').remove(${pythonString(temporary)})`,
    'except OSError:pass',
    ...(complete ? [forgetScript(), DONE] : []),
    '',
  ].join('\n')
}

/** Removes the names that a save used. */
export function forgetScript(): string {
  return "for _pb_name in ('_pb_file','_pb_decode','_pb_put','_pb_name'):globals().pop(_pb_name,None)\n"
}

/**
 * Puts the proven copy in the target's place. Most firmware overwrites in one step; where it refuses (errno 17), the target is removed right
 * before, and `~K` says that from then on the temporary file is the only whole copy. Also forgets the save's names.
 */
export function replaceScript(temporary: string, target: string): string {
  return [
    forgetScript(),
    'def _pb():',
    ' import os',
    ` a=${pythonString(temporary)}`,
    ` b=${pythonString(target)}`,
    ' try:os.rename(a,b)',
    ' except OSError as e:',
    '  if e.args[0]!=17:raise',
    '  os.stat(a)',
    `  ${BUILTINS}.print('~K')`,
    '  os.remove(b)',
    '  os.rename(a,b)',
    ` ${DONE}`,
    'try:',
    ' _pb()',
    'finally:',
    ' del _pb',
    '',
  ].join('\n')
}
