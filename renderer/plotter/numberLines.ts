/** What a line of output says to the plotter. */
export type NumberLine =
  | { kind: 'values'; values: readonly number[] }
  | { kind: 'labelled'; names: readonly string[]; values: readonly number[] }
  /** Words that may name the columns of the numbers on the next line. */
  | { kind: 'header'; names: readonly string[] }

/** A line with more numbers than this is data, not something to draw. */
const MAX_COLUMNS = 64
const NUMBER = String.raw`[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|nan|inf)`
const VALUE = new RegExp(`^${NUMBER}$`, 'i')
const LABELLED = new RegExp(
  String.raw`\s*['"]?([A-Za-z_\u00a0-\uffff][^:=,;\t'"]{0,63}?)['"]?\s*[:=]\s*(${NUMBER})(?=[\s,;]|$)\s*[,;]?`,
  'iy',
)
const WORD = /^[A-Za-z_\u00a0-\uffff][\w %/°.()\u00a0-\uffff-]{0,63}$/
/** `KeyError: 5` is the last line of a traceback, not a curve. */
const EXCEPTION = /(?:Error|Exception|Interrupt|Exit)$/
const ANSI = /\x1b\[[0-9;?]*[A-Za-z]/g

/**
 * Reads a line of output: `1.5`, `1,2,3`, `1 2 3`, tabs and semicolons too, `(1, 2)`, `a:1 b:2`, `a=1, b=2`, `{'a': 1}`. Returns null for
 * any other line. `nan` and `inf` give NaN: a gap in the curve.
 */
export function parseNumberLine(line: string): NumberLine | null {
  const text = unwrap((line.includes('\x1b') ? line.replace(ANSI, '') : line).trim())
  if (text === '') return null
  return values(text) ?? labelled(text) ?? header(text)
}

/** Python prints tuples, lists and dicts in brackets. */
function unwrap(text: string): string {
  const pair = text.charAt(0) + text.charAt(text.length - 1)
  return pair === '()' || pair === '[]' || pair === '{}' ? text.slice(1, -1).trim() : text
}

function values(text: string): NumberLine | null {
  if (!/^[+\-.\dni]/i.test(text)) return null
  const parts = /[,;\t]/.test(text) ? text.split(/\s*[,;\t]\s*/) : text.split(/\s+/)
  // `(1,)` and `1, 2,` end in a separator.
  if (parts.at(-1) === '') parts.pop()
  if (parts.length === 0 || parts.length > MAX_COLUMNS || !parts.every((part) => VALUE.test(part))) return null
  return { kind: 'values', values: parts.map(toNumber) }
}

function labelled(text: string): NumberLine | null {
  const names: string[] = []
  const numbers: number[] = []
  LABELLED.lastIndex = 0
  while (LABELLED.lastIndex < text.length) {
    const match = LABELLED.exec(text)
    if (match === null || numbers.length === MAX_COLUMNS) return null
    const name = (match[1] ?? '').trim()
    if (EXCEPTION.test(name)) return null
    names.push(name)
    numbers.push(toNumber(match[2] ?? ''))
  }
  return numbers.length === 0 ? null : { kind: 'labelled', names, values: numbers }
}

function header(text: string): NumberLine | null {
  if (!text.includes(',')) return null
  const names = text.split(',').map((part) => part.trim())
  return names.length <= MAX_COLUMNS && names.every((name) => WORD.test(name)) ? { kind: 'header', names } : null
}

function toNumber(text: string): number {
  const number = Number(text)
  return Number.isFinite(number) ? number : NaN
}
