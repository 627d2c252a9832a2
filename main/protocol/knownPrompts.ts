/** The friendly REPL's prompt, unless a program has changed `sys.ps1` or shows a REPL of its own. */
export const USUAL_PROMPT = '>>> '

/** What this board's primary prompt looks like: the usual one, and the one learned from behind Ctrl-B. */
export class KnownPrompts {
  private learned: string | undefined
  private latest = USUAL_PROMPT

  /** True once a prompt was proven, or MicroPython's greeting was seen: what talks here is MicroPython, or speaks like it. */
  isProven = false

  /** Every text that proves a prompt at the beginning of a line. */
  get all(): readonly string[] {
    return this.learned === undefined ? [USUAL_PROMPT] : [this.learned, USUAL_PROMPT]
  }

  /** The one seen last. */
  get current(): string {
    return this.latest
  }

  /** This prompt was proven; one that is not the usual is kept as the board's own. */
  note(prompt: string): void {
    if (prompt !== USUAL_PROMPT) this.learned = prompt
    this.latest = prompt
    this.isProven = true
  }
}
