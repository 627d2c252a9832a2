import { change, type CheckedScript } from './checkedScript'
import type { InflateModule } from '../../shared/firmware'
import type { Encoding } from './probe'
import { pythonBytes, pythonString } from './pythonLiteral'

/*
 * The Python of a save. The file stays open between scripts as _pb_file, a name among the user's own. Answers are lines as in boardScripts.ts. Pieces of the
 * file are not checked by themselves: the hash of the whole proves them.
 */

/** Closes what an earlier save left open. */
const CLOSE = ['try:G["_pb_file"].close()', 'except (KeyError,OSError):pass']
/** Removes the names that a save used. */
const FORGET = ["for n in ('_pb_file','_pb_put'):G.pop(n,None)"]

/** The window, 2^n bytes, that compressed pieces are expanded with. */
export const TEXT_WINDOW_BITS = 11

/** How bytes get to a board as text. */
export interface TextWay {
  encoding: Encoding
  inflate?: InflateModule
}

/**
 * `_pb_put(d, n)` writes encoded data; with n=-1 data as it is, and above 0 so many bytes out of compressed data. It answers. A file system that takes fewer bytes
 * is full. A board without binascii is so small that every function counts: it has none.
 */
function putFunction({ encoding, inflate }: TextWay): readonly string[] {
  if (encoding === 'plain') return []
  const expander = inflate === 'deflate' ? `DeflateIO(io.BytesIO(d),1,${TEXT_WINDOW_BITS})` : `DecompIO(io.BytesIO(d),-${TEXT_WINDOW_BITS})`
  const expands = inflate !== undefined
  return [
    `import binascii${expands ? `,io,${inflate}` : ''}`,
    'def put(d,n=0):',
    ` if n>=0:d=binascii.${encoding === 'hex' ? 'unhexlify' : 'a2b_base64'}(d)`,
    ...(expands ? [` z=n>0 and ${inflate}.${expander}`] : []),
    ' while 1:',
    ...(expands ? ['  if z:d=z.read(min(n,512))'] : []),
    "  if G['_pb_file'].write(d) not in (None,len(d)):raise OSError(28)",
    '  n-=len(d)',
    '  if n<=0:break',
    ...(expands ? ['  if not d:raise OSError(5)'] : []),
    " P('~.')",
    "G['_pb_put']=put",
  ]
}

/** Forgets what an earlier save left open, and its temporary file; opens a new one. */
export function openScript(temporary: string, way: TextWay): CheckedScript {
  const name = pythonString(temporary)
  return change([
    ...CLOSE,
    ...FORGET,
    'import os',
    `try:os.remove(${name})`,
    'except OSError:pass',
    ...putFunction(way),
    `G['_pb_file']=open(${name},'wb')`,
  ])
}

/**
 * Appends a piece at `offset`, encoded or as a literal, whichever is shorter; `expandsTo` says that it is compressed, and how long it is. After a piece that failed
 * for want of memory the place is set anew, because a part may have been written.
 */
export function pieceScript(piece: Uint8Array, encoding: Encoding, seekTo: number | undefined, expandsTo = 0): string {
  const literal = pythonBytes(piece)
  const seek = seekTo === undefined ? '' : `__import__('gc').collect()\n_pb_file.seek(${seekTo})\n`
  if (encoding === 'plain') {
    // A program may have put something of its own in the place of `print`.
    return `${seek}if _pb_file.write(${literal}) not in (None,${piece.length}):raise OSError(28)\n__import__('builtins').print('~.')\n`
  }
  const encoded = `b'${Buffer.from(piece).toString(encoding)}'`
  if (expandsTo > 0) return `${seek}_pb_put(${encoded},${expandsTo})\n`
  return `${seek}_pb_put(${encoded.length < literal.length + 3 ? encoded : `${literal},-1`})\n`
}

/** Closes the file, which writes what the file system had kept back. */
export function closeScript(): CheckedScript {
  return change(["f=G.pop('_pb_file')", 'f.close()'])
}

/**
 * Gives up: closes the file if one is open, and removes it, unless it may be the only whole copy: when `target` is to be looked for and is not there, `~K` says
 * that the file was kept. Also forgets the save's other names.
 */
export function discardScript(temporary: string, target?: string): CheckedScript {
  const removal = [`try:os.remove(${pythonString(temporary)})`, 'except OSError:pass']
  // It may be there and be the last: both are looked for.
  const look = [
    'try:',
    ' os.stat(a)',
    ' try:',
    `  os.stat(${pythonString(target ?? '')})`,
    '  os.remove(a)',
    " except OSError:print('~K')",
    'except OSError:pass',
  ]
  return change(['import os', ...CLOSE, ...FORGET, ...(target === undefined ? removal : [`a=${pythonString(temporary)}`, ...look])])
}

/** Removes the names that a save used. */
export function forgetScript(): CheckedScript {
  return change(FORGET)
}

/**
 * Puts the proven copy in the target's place. Most firmware overwrites in one step; where it refuses (errno 17), the target is removed right
 * before, and `~K` says that from then on the temporary file is the only whole copy. Also forgets the save's names.
 */
export function replaceScript(temporary: string, target: string): CheckedScript {
  return change([
    ...FORGET,
    'import os',
    `a=${pythonString(temporary)}`,
    `b=${pythonString(target)}`,
    'try:os.rename(a,b)',
    'except OSError as e:',
    ' if e.args[0]!=17:raise',
    ' os.stat(a)',
    " print('~K')",
    ' os.remove(b)',
    ' os.rename(a,b)',
  ])
}
