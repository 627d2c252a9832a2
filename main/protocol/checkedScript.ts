import { crc32 } from 'node:zlib'
import { utf8 } from './bytes'
import { pythonBytes } from './pythonLiteral'

/**
 * Python whose text is checked on the board before any of it runs, and whose answer is checked here. Nothing else tells a byte that was changed on
 * the line: the raw REPL has no checksum, so a path in a script could become another file's, and `refused` in an answer could get lost.
 */
export interface CheckedScript {
  checked: string
  /** It changes nothing, so that it may be run again when its answer came harmed. */
  repeats: boolean
}

/** A script that changes nothing, of lines that become a function, whose names are the fastest. */
export function reading(lines: readonly string[]): CheckedScript {
  return { checked: ['def f():', ...lines.map((line) => ` ${line}`), 'f()', ''].join('\n'), repeats: true }
}

/** A script that changes something. */
export function change(lines: readonly string[]): CheckedScript {
  return { ...reading(lines), repeats: false }
}

/** What the firmware has for checking. */
export interface CheckOptions {
  /** `binascii.crc32`, in C. Without it the board reckons in Python: about 10 µs a byte on an ESP32, 80 µs on a micro:bit. */
  hasCrc32?: boolean
}

/** The board's answer to a script whose text came harmed; nothing of it was run. */
export const HARMED = '!'

const CRC32 = [' from binascii import crc32 as f']
/** Each step is a bijection, so that a single changed byte always shows; the numbers stay within the 31 bits that need no memory. */
const LOOP = [' def f(s,k):', '  for c in s:k=(k*33^c)&0xffffff', '  return k']

/**
 * The script to send. It runs under names of its own, so that a program's variables neither harm it nor are harmed, with a `print` that counts: the answer ends
 * with `~. N`, where N is the check of all lines before; `P` prints uncounted lines, `G` holds the names that
 * last from one script to the next. `~!` alone says that the text came harmed. Adds 320 to 350 bytes.
 *
 * A text cut in two by a byte that became a control byte is run in neither half: one lacks the end of the literal, the other its beginning.
 */
export function checkedSource({ checked }: CheckedScript, options: CheckOptions): string {
  const bytes = utf8(checked)
  // A raw literal costs nothing for line ends and backslashes, but can't hold every text.
  const isRaw = /^[\x20-\x7e\n]*$/.test(checked) && !checked.includes('"""') && !/["\\]$/.test(checked)
  const literal = isRaw ? `rb"""${checked}"""` : pythonBytes(bytes)
  return [
    'def _pb(s,n):',
    ' import builtins as b',
    ...(options.hasCrc32 === true ? CRC32 : LOOP),
    ' k=[0]',
    ' def p(*a):',
    "  t=' '.join([b.str(x)for x in a])",
    '  k[0]=f(t.encode(),k[0])',
    '  b.print(t)',
    ` if f(s,0)!=n:return b.print('~${HARMED}')`,
    " b.exec(s,{'print':p,'P':b.print,'G':b.globals()})",
    " b.print('~.',k[0])",
    `try:_pb(${literal},${checkOf(bytes, 0, options)})`,
    'finally:del _pb',
    '',
  ].join('\n')
}

/** The check of bytes that follow others, whose check is `before`: the same as the board's. */
export function checkOf(bytes: Uint8Array, before: number, { hasCrc32 }: CheckOptions): number {
  if (hasCrc32 === true) return crc32(bytes, before)
  let check = before
  for (const byte of bytes) check = ((check * 33) ^ byte) & 0xff_ffff
  return check
}
