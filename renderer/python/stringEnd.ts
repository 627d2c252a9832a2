/**
 * Where a string whose quote was read ends, behind its closing quote; -1 when it doesn't. `isFormatted`: what stands in braces may hold quotes
 * of the same kind, as MicroPython allows.
 */
export function stringEnd(text: string, start: number, quote: string, isFormatted: boolean): number {
  const end = scan(text, start, quote, isFormatted)
  return end < 0 && isFormatted ? scan(text, start, quote, false) : end
}

function scan(text: string, start: number, quote: string, isFormatted: boolean): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\') {
      at += text[at + 1] === '\r' && text[at + 2] === '\n' ? 2 : 1
    } else if (char === '\n' && quote.length === 1) {
      return -1
    } else if (isFormatted && char === '{') {
      if (depth === 0 && text[at + 1] === '{') at += 1
      else depth += 1
    } else if (isFormatted && char === '}') {
      depth = Math.max(0, depth - 1)
    } else if (depth === 0 && text.startsWith(quote, at)) {
      return at + quote.length
    }
  }
  return -1
}
