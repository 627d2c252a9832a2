import { readPython } from './pythonTokens'

/** A call of input() in a program. Line counts from 1. */
export interface InputCall {
  line: number
  /** It says what it waits for. */
  hasPrompt: boolean
}

/** Where a program waits for somebody to type. */
export function inputCalls(text: string): InputCall[] {
  const tokens = readPython(text).lines.flatMap((line) => line.tokens)
  return tokens.flatMap(({ text: word, kind, line }, at) => {
    const before = tokens[at - 1]?.text
    if (kind !== 'name' || word !== 'input' || tokens[at + 1]?.text !== '(' || before === '.' || before === 'def') return []
    return [{ line, hasPrompt: tokens[at + 2]?.text !== ')' }]
  })
}
