import { t } from '../../shared/language/language'
import { type Break, type LogicalLine, readPython, type Token } from '../python/pythonTokens'
import { indentMistakes } from './indentMistakes'
import type { Mistake } from './mistake'

const HEADERS = new Set('if elif else for while def class try except finally with'.split(' '))
const CONDITIONS = new Set(['if', 'elif', 'while'])
/** A text longer than this is no beginner's. Characters. */
const MAX_TEXT = 200_000
const MAX_MISTAKES = 20

/**
 * The mistakes that beginners make first, where they are sure: nothing is said of a program that could run. Only what comes before the first
 * bracket or text without an end is looked at. Pure but for the language.
 */
export function firstMistakes(text: string): Mistake[] {
  if (text.length > MAX_TEXT) return []
  const { lines, broken } = readPython(text)
  const mistakes = lines.flatMap((line) => lineMistake(line) ?? [])
  const headless = new Set(mistakes.map(({ line }) => line))
  mistakes.push(...indentMistakes(lines, headless))
  if (broken !== null) mistakes.push({ line: broken.line, text: breakWords(broken) })
  return mistakes.toSorted((a, b) => a.line - b.line).slice(0, MAX_MISTAKES)
}

function lineMistake({ tokens }: LogicalLine): Mistake | null {
  const [first, second] = tokens
  if (first === undefined) return null
  const mistake = (text: string, at: Token = first): Mistake => ({ line: at.line, text })
  const isAsync = first.text === 'async' && (second?.text === 'def' || second?.text === 'for' || second?.text === 'with')
  const header = isAsync ? second : first
  if (header.kind === 'name' && HEADERS.has(header.text)) {
    if (header.text === 'else' && second?.text === 'if') return mistake(t('“else if” is one word in Python: elif'))
    const colon = colonOf(tokens)
    const equals = CONDITIONS.has(header.text) ? assignmentIn(tokens, colon) : undefined
    if (equals !== undefined) return mistake(t('One = gives a name its value. To compare, write =='), equals)
    if (colon < 0) return mistake(t('A colon is missing at the end of “{{header}}”', { header: headerWords(tokens) }), tokens.at(-1))
    if (header.text === 'def' && tokens[isAsync ? 3 : 2]?.text === ':')
      return mistake(t('Brackets are missing behind the function’s name: def {{name}}():', { name: tokens[isAsync ? 2 : 1]?.text ?? '' }))
    return null
  }
  if (first.text === 'print' && (second?.kind === 'string' || second?.kind === 'number'))
    return mistake(t('print needs brackets: print({{what}})', { what: shortened(second.text) }))
  const [before, last] = tokens.slice(-2)
  if (
    before !== undefined &&
    last !== undefined &&
    before.text === last.text &&
    (last.text === '+' || last.text === '-') &&
    tokens.length === 3
  )
    return mistake(
      t('Python has no {{sign}}: write {{name}} {{op}}= 1', { sign: last.text.repeat(2), name: first.text, op: last.text }),
      last,
    )
  return null
}

/** The index of the colon that ends a block's first line; -1 when there is none. A lambda has a colon of its own. */
function colonOf(tokens: readonly Token[]): number {
  let lambdas = 0
  return tokens.findIndex(({ text, depth, kind }) => {
    if (depth > 0) return false
    if (kind === 'name' && text === 'lambda') lambdas += 1
    if (text !== ':') return false
    lambdas -= 1
    return lambdas < 0
  })
}

/** A lone `=` before the colon, outside of brackets and of a lambda's defaults. */
function assignmentIn(tokens: readonly Token[], colon: number): Token | undefined {
  const condition = colon < 0 ? tokens : tokens.slice(0, colon)
  const from = condition.findIndex(({ text, depth }) => text === 'lambda' && depth === 0)
  return (from < 0 ? condition : condition.slice(0, from)).find(({ text, depth }) => text === '=' && depth === 0)
}

function headerWords(tokens: readonly Token[]): string {
  const first = tokens[0]?.text ?? ''
  return first === 'async' ? `${first} ${tokens[1]?.text ?? ''} …` : tokens.length > 1 ? `${first} …` : first
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 19)}…` : text
}

function breakWords({ kind, sign }: Break): string {
  switch (kind) {
    case 'open-bracket':
      return t('This {{sign}} is never closed', { sign })
    case 'open-string':
      return t('The text that begins with {{sign}} doesn’t end on this line: a {{sign}} is missing', { sign })
    case 'open-text':
      return t('The text that begins with {{sign}} is never closed', { sign })
    case 'extra-bracket':
      return t('This {{sign}} has no opening bracket', { sign })
    case 'wrong-bracket':
      return t('This {{sign}} doesn’t fit the bracket that was opened', { sign })
    default:
      return kind satisfies never
  }
}
