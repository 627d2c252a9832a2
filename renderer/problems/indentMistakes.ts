import { t } from '../../shared/language/language'
import type { LogicalLine } from '../python/pythonTokens'
import type { Mistake } from './mistake'

/**
 * What is wrong with the white space at the beginnings of lines. `headless`: lines known to lack their colon, below which anything may stand.
 * Nothing is said behind the first mistake of the kind, for the rest depends on it.
 */
export function indentMistakes(lines: readonly LogicalLine[], headless: ReadonlySet<number>): Mistake[] {
  const open: string[] = ['']
  let previous: LogicalLine | undefined
  for (const line of lines) {
    const { indent } = line
    const top = open.at(-1) ?? ''
    const mistake = (text: string): Mistake[] => [{ line: line.line, text }]
    if (previous !== undefined && headless.has(lastLineOf(previous))) return []
    if (isMixed(indent, top)) {
      return mistake(t('Tabs and spaces are mixed at the beginnings of these lines. Use spaces alone, four for each step'))
    }
    const begins = previous?.tokens.at(-1)?.text === ':'
    if (indent.length > top.length) {
      if (!begins) return mistake(t('This line is indented, but no block begins above it'))
      open.push(indent)
    } else if (begins) {
      return mistake(t('The line below a colon must be indented, by four spaces'))
    } else {
      while (open.length > 1 && (open.at(-1) ?? '').length > indent.length) open.pop()
      if (open.at(-1) !== indent) return mistake(t('The spaces at the beginning of this line fit no line above it'))
    }
    previous = line
  }
  return []
}

/** One must be the beginning of the other, or what is deeper depends on how wide a tab is. */
function isMixed(a: string, b: string): boolean {
  return !a.startsWith(b) && !b.startsWith(a)
}

/** Mistakes are told at the line where the colon belongs: the last of the statement. */
function lastLineOf({ tokens, line }: LogicalLine): number {
  return tokens.at(-1)?.line ?? line
}
