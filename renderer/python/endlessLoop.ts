import { type LogicalLine, readPython } from './pythonTokens'

/** Words that let a loop end, or let the board rest or be heard meanwhile. Parts of names count: `sleep_ms`, `wait_for`. */
const PAUSES = /sleep|wait|print|input|read|recv|accept|poll|idle|reset|exit|select|gather|run|break|return|raise|yield|get|any/i

/**
 * The line of a loop of the program itself that surely never ends and never pauses; null when there is none. Loops inside of functions are
 * not looked at: whether they run is not sure.
 */
export function endlessLoop(text: string): number | null {
  const { lines } = readPython(text)
  for (const [at, line] of lines.entries()) {
    if (!isEndless(line) || isInFunction(lines, at)) continue
    if (!bodyOf(lines, at).some(({ kind, text: word }) => kind === 'name' && PAUSES.test(word))) return line.line
  }
  return null
}

function isEndless({ tokens: [first, second, third] }: LogicalLine): boolean {
  return first?.text === 'while' && (second?.text === 'True' || second?.text === '1') && third?.text === ':'
}

function isInFunction(lines: readonly LogicalLine[], at: number): boolean {
  let { length } = lines[at]?.indent ?? ''
  for (const { indent, tokens } of lines.slice(0, at).toReversed()) {
    if (indent.length >= length) continue
    const [first] = tokens
    if (first?.text === 'def' || first?.text === 'class' || first?.text === 'async') return true
    length = indent.length
  }
  return false
}

/** The tokens of a block: what stands behind its colon, and the deeper lines below it. */
function bodyOf(lines: readonly LogicalLine[], at: number): LogicalLine['tokens'] {
  const head = lines[at]
  if (head === undefined) return []
  const below = lines.slice(at + 1)
  const end = below.findIndex(({ indent }) => indent.length <= head.indent.length)
  return [...head.tokens.slice(3), ...(end < 0 ? below : below.slice(0, end)).flatMap(({ tokens }) => tokens)]
}
