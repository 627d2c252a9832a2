import type { BoardInfo } from '../../shared/board'
import { ask, hexBytes, lineOf } from './boardAnswer'
import type { RawRepl } from './rawRepl'
import type { PasteMode } from './sendCode'

/** What the engine needs to know of a firmware, beside what is shown. */
export interface Firmware extends BoardInfo {
  hasBinascii: boolean
  /** How bytes travel as text: base64 where the firmware does it fast, else hexadecimal, which takes more of the line. */
  encoding: Encoding
  hasStatvfs: boolean
  pasteMode: PasteMode
}

/** See `Firmware.encoding`. `hex` needs binascii; `plain` is hexadecimal without it. */
export type Encoding = 'base64' | 'hex' | 'plain'

/** Longer values are cut: they are shown, and a board is not trusted. */
const MAX_VALUE = 200

/** One line for each fact, in hexadecimal; a missing module is a fact, not an error. Kept under 1 KB for the smallest boards. */
const SCRIPT = `def _pb():
 from builtins import hasattr,print,str
 import sys,os
 def p(k,v):print('~'+k,''.join('%02x'%c for c in str(v).encode()))
 def t(k,f):
  try:p(k,f())
  except Exception:pass
 i=sys.implementation
 p('I',i[0])
 p('V','.'.join(str(x) for x in i[1][:3]))
 p('P',sys.platform)
 t('M',lambda:i._machine)
 t('O',lambda:os.uname()[4])
 t('U',lambda:''.join('%02x'%c for c in __import__('machine').unique_id()))
 t('h',lambda:__import__('hashlib').sha256().digest and 1)
 t('b',lambda:__import__('binascii').unhexlify and 1)
 t('c',lambda:__import__('binascii').a2b_base64 and hasattr(__import__('binascii'),'__file__'))
 t('r',lambda:os.rename and 1)
 t('d',lambda:os.mkdir and os.ilistdir and os.stat and 1)
 t('s',lambda:os.statvfs('/')[2])
 t('f',lambda:os.stat('/flash')[0]&0x4000)
 print('~.')
try:
 _pb()
finally:
 del _pb
`

/** Asks the firmware what it is and can do; one round trip. Throws as `exec` does, and `board-error`. */
export async function probe(repl: RawRepl, signal?: AbortSignal): Promise<Firmware> {
  const lines = await ask(repl, SCRIPT, { path: '/', platform: '', signal })
  const fact = (kind: string): string | undefined => {
    const bytes = hexBytes(lineOf(lines, kind)?.fields[0])
    if (bytes === undefined) return undefined
    return new TextDecoder()
      .decode(bytes)
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
      .slice(0, MAX_VALUE)
  }
  const has = (kind: string): boolean => fact(kind) !== undefined
  const uniqueId = fact('U')
  // Where nothing is mounted at / (its size is 0 then), the files are in /flash.
  const root = fact('s') === '0' && has('f') && fact('f') !== '0' ? '/flash' : '/'
  return {
    implementation: fact('I') ?? 'unknown',
    version: fact('V') ?? '',
    machine: fact('M') ?? fact('O') ?? '',
    platform: fact('P') ?? '',
    root,
    ...(uniqueId !== undefined && /^[0-9a-f]+$/.test(uniqueId) ? { uniqueId } : {}),
    hasHash: has('h'),
    hasRename: has('r'),
    hasFolders: has('d'),
    hasBinascii: has('b'),
    // A binascii with a file is written in Python: its base64 is a hundred times slower than the native hexlify below it.
    encoding: fact('c') === 'False' ? 'base64' : has('b') ? 'hex' : 'plain',
    hasStatvfs: has('s'),
    pasteMode: repl.pasteMode ?? 'raw',
  }
}
