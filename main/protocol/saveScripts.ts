import type { InflateModule } from '../../shared/firmware'
import type { Encoding } from './probe'
import { pythonBytes, pythonString } from './pythonLiteral'

/*
 * The Python of a save. The file stays open between scripts as _pb_file. Answers are lines as in boardScripts.ts.
 */

/** A program may have put something of its own in the place of `print` and `open`: see `builtinsLine`. */
const BUILTINS = "__import__('builtins')"
const DONE = `${BUILTINS}.print('~.')`

/** The window, 2^n bytes, that compressed pieces are expanded with. */
export const TEXT_WINDOW_BITS = 11

/**
 * `_pb_put(d, n)` writes encoded data; with n=-1 data as it is, and above 0 so many bytes out of compressed data. It answers. A file system that takes fewer bytes
 * is full.
 */
function putFunction(inflate: InflateModule | undefined): readonly string[] {
  const expander = inflate === 'deflate' ? `X(io.BytesIO(d),1,${TEXT_WINDOW_BITS})` : `X(io.BytesIO(d),-${TEXT_WINDOW_BITS})`
  return [
    'def _pb_put(d,n=0):',
    ' from builtins import OSError,len,min,print',
    ' if n>=0:d=_pb_decode(d)',
    ...(inflate === undefined
      ? []
      : [
          ' z=None',
          ' if n>0:',
          '  import io',
          `  from ${inflate} import ${inflate === 'deflate' ? 'DeflateIO' : 'DecompIO'} as X`,
          `  z=${expander}`,
        ]),
    ' while 1:',
    ...(inflate === undefined ? [] : ['  if z:d=z.read(min(n,512))']),
    '  if _pb_file.write(d) not in (None,len(d)):raise OSError(28)',
    '  n-=len(d)',
    '  if n<=0:break',
    ...(inflate === undefined ? [] : ['  if not d:raise OSError(5)']),
    " print('~.')",
  ]
}

/** How bytes get to a board as text. */
export interface TextWay {
  encoding: Encoding
  inflate?: InflateModule
}

/** Forgets what an earlier save left open, and its temporary file; opens a new one. */
export function openScript(temporary: string, { encoding, inflate }: TextWay): string {
  return [
    discardScript(temporary, false),
    ...(encoding === 'plain'
      ? []
      : [`from binascii import ${encoding === 'hex' ? 'unhexlify' : 'a2b_base64'} as _pb_decode`, ...putFunction(inflate)]),
    `_pb_file=${BUILTINS}.open(${pythonString(temporary)},'wb')`,
    DONE,
    '',
  ].join('\n')
}

/**
 * Appends a piece at `offset`, encoded or as a literal, whichever is shorter; `expandsTo` says that it is compressed, and how long it is. After a piece that failed
 * for want of memory the place is set anew, because a part may have been written.
 */
export function pieceScript(piece: Uint8Array, encoding: Encoding, seekTo: number | undefined, expandsTo = 0): string {
  const literal = pythonBytes(piece)
  const seek = seekTo === undefined ? '' : `__import__('gc').collect()\n_pb_file.seek(${seekTo})\n`
  // A board without binascii is so small that every function counts.
  if (encoding === 'plain') return `${seek}if _pb_file.write(${literal}) not in (None,${piece.length}):raise OSError(28)\n${DONE}\n`
  const encoded = `b'${Buffer.from(piece).toString(encoding)}'`
  if (expandsTo > 0) return `${seek}_pb_put(${encoded},${expandsTo})\n`
  return `${seek}_pb_put(${encoded.length < literal.length + 3 ? encoded : `${literal},-1`})\n`
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
