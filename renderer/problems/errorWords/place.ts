import { readPython, type Token } from '../../python/pythonTokens'

/** The program and the line that an error names, as far as they are known. */
export interface ErrorPlace {
  /** The text that was run. */
  text: string
  /** From 1. */
  line: number
}

/** What is said to one form of error, from the parts that its message names. */
export type ErrorRule = readonly [pattern: RegExp, words: (part: (index: number) => string, place: ErrorPlace | null) => string]

/** All tokens of the program. */
export function tokensOf(place: ErrorPlace | null): readonly Token[] {
  return place === null ? [] : readPython(place.text).lines.flatMap(({ tokens }) => tokens)
}

/** The names that the program uses, without what stands behind a dot. */
export function namesOf(place: ErrorPlace | null): string[] {
  const tokens = tokensOf(place)
  return tokens.filter(({ kind }, index) => kind === 'name' && tokens[index - 1]?.text !== '.').map(({ text }) => text)
}

/** The names behind a dot in the program. */
export function attributesOf(place: ErrorPlace | null): string[] {
  const tokens = tokensOf(place)
  return tokens.filter(({ kind }, index) => kind === 'name' && tokens[index - 1]?.text === '.').map(({ text }) => text)
}

/** The first line on which the program gives a name a value of its own; null when it doesn't. */
export function assignedLine(name: string, place: ErrorPlace | null): number | null {
  if (place === null) return null
  const line = readPython(place.text).lines.find(({ tokens }) => tokens[0]?.text === name && tokens[1]?.text === '=')
  return line?.line ?? null
}

/** Text in quotes on the error's line, when there is just one; null otherwise. */
export function textOnLine(place: ErrorPlace | null): string | null {
  const strings = tokensOf(place).filter(({ kind, line }) => kind === 'string' && line === place?.line)
  const first = /^["']([^"'\\]{1,60})["']$/.exec(strings[0]?.text ?? '')
  return first?.[1] ?? null
}
