import { stringEnd } from './stringEnd'

/** A piece of a program. Line and column count from 1; `depth` is the number of brackets around it. */
export interface Token {
  kind: 'name' | 'number' | 'string' | 'operator'
  text: string
  line: number
  column: number
  depth: number
}

/** A statement's line with what continues it; `indent` is the white space before it. */
export interface LogicalLine {
  tokens: readonly Token[]
  line: number
  indent: string
}

/** What keeps a text from being read as lines: a bracket or text that is not closed, a bracket too many or of another kind. */
export interface Break {
  kind: 'open-bracket' | 'open-string' | 'open-text' | 'extra-bracket' | 'wrong-bracket'
  /** The bracket or quote. */
  sign: string
  line: number
  column: number
}

/** A program as far as it could be read: up to the first break, if there is one. */
export interface PythonText {
  lines: readonly LogicalLine[]
  broken: Break | null
}

/** Words that can't stand within brackets: where one begins a line, the bracket above was forgotten. */
const STATEMENTS = new Set(
  'def class while return import try with del pass break continue raise global except finally elif assert'.split(' '),
)
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const TOKEN =
  /(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>(?:\d[\w.]*(?:(?<=[eE])[+-]\d\w*)?|\.\d\w*))|(?<operator>\*\*=|\/\/=|>>=|<<=|\.\.\.|->|:=|==|!=|<=|>=|\*\*|\/\/|<<|>>|[-+*/%&|^@]=|[^\s])/uy
const STRING = /[a-z]{0,2}("""|'''|"|')/iy

/** Reads a program's text into statements. A break ends the reading, for what stands behind it can mean anything. */
export function readPython(text: string): PythonText {
  return new Reader(text).read()
}

class Reader {
  private at = 0
  private line = 1
  private lineStart = 0
  private tokens: Token[] = []
  private indent = ''
  private readonly lines: LogicalLine[] = []
  private readonly brackets: Token[] = []

  constructor(private readonly text: string) {
    if (text.startsWith('\ufeff')) this.at = this.lineStart = 1
  }

  read(): PythonText {
    let broken: Break | null = null
    while (broken === null && this.at < this.text.length) broken = this.step()
    const open = this.brackets[0]
    if (broken === null && open !== undefined) broken = { kind: 'open-bracket', sign: open.text, line: open.line, column: open.column }
    if (broken === null) this.endLine()
    return { lines: this.lines, broken }
  }

  private step(): Break | null {
    const char = this.text[this.at] ?? ''
    if (char === '\n') {
      if (this.brackets.length === 0) this.endLine()
      this.at += 1
      this.nextLine()
      return null
    }
    if (char === '\\' && /^\\\r?\n/.test(this.text.slice(this.at, this.at + 3))) {
      this.at += this.text[this.at + 1] === '\r' ? 3 : 2
      this.nextLine()
      return null
    }
    if (/\s/.test(char)) this.at += 1
    else if (char === '#') this.at = this.endOfLine()
    else return this.token()
    return null
  }

  private token(): Break | null {
    STRING.lastIndex = this.at
    const quote = STRING.exec(this.text)
    if (quote !== null) return this.string(quote[0], quote[1] ?? '"')
    TOKEN.lastIndex = this.at
    const match = TOKEN.exec(this.text)
    if (match === null) {
      this.at += 1
      return null
    }
    const kind = match.groups?.name !== undefined ? 'name' : match.groups?.number !== undefined ? 'number' : 'operator'
    const token = this.push(kind, match[0])
    this.at += match[0].length
    if (kind === 'operator') return this.bracket(token)
    const isFirst = this.text.slice(this.lineStart, token.column - 1 + this.lineStart).trim() === ''
    const open = this.brackets.at(-1)
    if (!isFirst || open === undefined || open.line === token.line || kind !== 'name' || !STATEMENTS.has(token.text)) return null
    // A name argument such as `pass=1` is no Python either: these words can't be names.
    return { kind: 'open-bracket', sign: open.text, line: open.line, column: open.column }
  }

  private bracket(token: Token): Break | null {
    const { text, line, column } = token
    if (text in CLOSING) {
      this.brackets.push(token)
      return null
    }
    if (text !== ')' && text !== ']' && text !== '}') return null
    const open = this.brackets.pop()
    token.depth = this.brackets.length
    if (open === undefined) return { kind: 'extra-bracket', sign: text, line, column }
    return CLOSING[open.text] === text ? null : { kind: 'wrong-bracket', sign: text, line, column }
  }

  private string(start: string, quote: string): Break | null {
    const end = stringEnd(this.text, this.at + start.length, quote, /f/i.test(start.slice(0, -quote.length)))
    const { line } = this
    const column = this.at - this.lineStart + 1
    if (end < 0) return { kind: quote.length === 3 ? 'open-text' : 'open-string', sign: quote, line, column }
    this.push('string', this.text.slice(this.at, end))
    for (let next = this.text.indexOf('\n', this.at); next >= 0 && next < end; next = this.text.indexOf('\n', next + 1)) {
      this.at = next + 1
      this.nextLine()
    }
    this.at = end
    return null
  }

  private push(kind: Token['kind'], text: string): Token {
    if (this.tokens.length === 0) this.indent = this.text.slice(this.lineStart, this.at)
    const token: Token = { kind, text, line: this.line, column: this.at - this.lineStart + 1, depth: this.brackets.length }
    this.tokens.push(token)
    return token
  }

  private endLine(): void {
    const [first] = this.tokens
    if (first !== undefined) this.lines.push({ tokens: this.tokens, line: first.line, indent: this.indent })
    this.tokens = []
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at)
    return end < 0 ? this.text.length : end
  }

  private nextLine(): void {
    this.line += 1
    this.lineStart = this.at
  }
}
