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

/**
 * A script that changes nothing. No line begins at the margin: at the friendly prompt, where a byte that became Ctrl-B would bring them, none would run.
 * No function stands around the lines: the stack of the smallest boards has no room for one more.
 */
export function reading(lines: readonly string[]): CheckedScript {
  return { checked: ['if 1:', ...lines.map((line) => ` ${line}`), ''].join('\n'), repeats: true }
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

/** The check of the text `s`, and of a line `t` that is printed, as Python. */
const CRC32 = { text: ['from binascii import crc32 as f', 'x=f(s)'], line: ['k[0]=f(t,k[0])'] }
/** Each step is a bijection, so that a single changed byte always shows; the numbers stay within the 31 bits that need no memory. */
const STEP = 'x=(x*33^c)&0xffffff'
const LOOP = { text: ['x=0', `for c in s:${STEP}`], line: ['x=k[0]', `for c in b.bytes(t,'utf8'):${STEP}`, 'k[0]=x'] }

/**
 * The script to send. It runs under names of its own, so that a program's variables neither harm it nor are harmed, with a `print` that counts: the answer ends
 * with `~. N`, where N is the check of all lines before; `P` prints uncounted lines, `G` holds the names that
 * last from one script to the next. `~!` alone says that the text came harmed. Adds some 400 bytes.
 *
 * A text cut in two by a byte that became a control byte is run in neither half: one lacks the end of the literal, the other its beginning.
 */
export function checkedSource({ checked }: CheckedScript, options: CheckOptions): string {
  const literal = literalOf(checked)
  const check = options.hasCrc32 === true ? CRC32 : LOOP
  return [
    'def _pb(s,n):',
    ' import builtins as b',
    ' k=[0]',
    ' def p(*a):',
    "  t=' '.join(b.map(b.str,a))",
    ...check.line.map((line) => `  ${line}`),
    '  b.print(t)',
    ...check.text.map((line) => ` ${line}`),
    ` if x!=n:return b.print,'~${HARMED}','',b.print,k`,
    " return b.exec,s,{'print':p,'P':b.print,'G':b.globals()},b.print,k",
    'try:',
    ` _pb=_pb(${literal},${checkOf(utf8(checked), 0, options)})`,
    ' _pb[0](_pb[1],_pb[2])',
    " _pb[3]('~.',_pb[4][0])",
    'finally:del _pb',
    '',
  ].join('\n')
}

/**
 * Code of ours that says for itself how it went, for a board with `binascii.crc32`: it is run only when its text came as it is, else ValueError is raised. Adds
 * some 120 bytes.
 */
export function guardedSource(code: string): string {
  const check = checkOf(utf8(code), 0, { hasCrc32: true })
  const m = '__import__'
  return `${m}('builtins').exec((lambda s:s if ${m}('binascii').crc32(s)==${check} else'raise ValueError')(${literalOf(code)}))\n`
}

/** A raw literal costs nothing for line ends and backslashes, but can't hold every text. */
function literalOf(code: string): string {
  const isRaw = /^[\x20-\x7e\n]*$/.test(code) && !code.includes('"""') && !/["\\]$/.test(code)
  return isRaw ? `rb"""${code}"""` : pythonBytes(utf8(code))
}

/** The check of bytes that follow others, whose check is `before`: the same as the board's. */
export function checkOf(bytes: Uint8Array, before: number, { hasCrc32 }: CheckOptions): number {
  if (hasCrc32 === true) return crc32(bytes, before)
  let check = before
  for (const byte of bytes) check = ((check * 33) ^ byte) & 0xff_ffff
  return check
}
