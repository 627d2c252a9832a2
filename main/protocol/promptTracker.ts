import { KnownPrompts } from './knownPrompts'

/** What the current line of the friendly REPL stands for; `unknown` while it begins with no prompt (a program runs, or output comes). */
export type PromptMode = 'unknown' | 'prompt' | 'continuation' | 'paste'

const OTHER_PROMPTS: readonly (readonly [text: string, mode: PromptMode])[] = [
  ['... ', 'continuation'],
  ['=== ', 'paste'],
]
/** Characters of a line that are followed; the rest of a longer one is passed over. */
const MAX_LINE = 4_096
/** An escape sequence that is longer is none of the REPL's. */
const MAX_SEQUENCE = 16

/**
 * Follows what a friendly REPL prints, without sending anything: is the board at its prompt, and what has been typed there? It knows the
 * little that MicroPython's line editor sends: backspace, carriage return, and the escape sequences K, C and D. Pure.
 */
export class PromptTracker {
  private cells: string[] = []
  private cursor = 0
  private sequence: string | undefined
  private decoder = new TextDecoder()

  /** `prompts` may learn more while the tracker follows. */
  constructor(private readonly prompts: KnownPrompts = new KnownPrompts()) {}

  /** Follows the next bytes of the board. */
  feed(bytes: Uint8Array): void {
    for (const char of this.decoder.decode(bytes, { stream: true })) {
      if (this.sequence === undefined) this.put(char)
      else this.continueSequence(char)
    }
  }

  /** True when the current line begins with the primary prompt. */
  get atPrompt(): boolean {
    return this.mode === 'prompt'
  }

  get mode(): PromptMode {
    return this.lead[1]
  }

  /** The text of the prompt that the current line begins with; empty when there is none. */
  get prompt(): string {
    return this.lead[0]
  }

  /** What stands after the prompt on the current line, as far as the echo tells; empty when there is no prompt. */
  get typed(): string {
    const [prompt, mode] = this.lead
    return mode === 'unknown' ? '' : this.cells.slice(prompt.length).join('')
  }

  /** How many characters of the line stand behind the cursor. */
  get behindCursor(): number {
    return Math.max(0, this.cells.length - this.cursor)
  }

  /** Forgets everything: the next bytes begin a line. */
  reset(): void {
    this.cells = []
    this.cursor = 0
    this.sequence = undefined
    this.decoder = new TextDecoder()
  }

  /** The prompt that the line begins with, and what it stands for. */
  private get lead(): readonly [text: string, mode: PromptMode] {
    const begins = ([text]: readonly [string, PromptMode]): boolean => this.cells.slice(0, text.length).join('') === text
    return this.prompts.all.map((text) => [text, 'prompt'] as const).find(begins) ?? OTHER_PROMPTS.find(begins) ?? ['', 'unknown']
  }

  private put(char: string): void {
    if (char === '\n') {
      this.cells = []
      this.cursor = 0
    } else if (char === '\r') this.cursor = 0
    else if (char === '\b') this.cursor = Math.max(0, this.cursor - 1)
    else if (char === '\u001b') this.sequence = ''
    else if (char >= ' ' && char !== '\u007f' && this.cursor < MAX_LINE) {
      while (this.cells.length < this.cursor) this.cells.push(' ')
      this.cells[this.cursor] = char
      this.cursor += 1
    }
  }

  /** After ESC: `[`, parameters, and a letter that ends it. */
  private continueSequence(char: string): void {
    const soFar = (this.sequence ?? '') + char
    if (soFar === '[' || (/^\[[0-9;?]*$/.test(soFar) && soFar.length < MAX_SEQUENCE)) {
      this.sequence = soFar
      return
    }
    this.sequence = undefined
    const move = /^\[(\d*)([CDK])$/.exec(soFar)
    if (move === null) return
    const count = Number(move[1] ?? '') || (move[2] === 'K' ? 0 : 1)
    if (move[2] === 'C') this.cursor = Math.min(MAX_LINE, this.cursor + count)
    else if (move[2] === 'D') this.cursor = Math.max(0, this.cursor - count)
    else if (count === 0) this.cells.length = Math.min(this.cells.length, this.cursor)
  }
}
