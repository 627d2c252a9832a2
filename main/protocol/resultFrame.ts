import { concat, indexOfBytes, partialMatch, textOf, utf8 } from './bytes'
import { END, FRIENDLY_BANNER, RAW_BANNER, RAW_PROMPT } from './controlBytes'

/** How a frame ended: at the raw prompt as it should, or because the board reset itself and is now in the raw or the friendly REPL. */
export type FrameEnd = 'prompt' | 'reset-raw' | 'reset-friendly'

const END_BYTE = Uint8Array.of(END)
const FRIENDLY_RESET = concat(FRIENDLY_BANNER, utf8('>>> '))
/** Fewer bytes than this are shown at once, even when they could begin a banner: a program's `raw` must not wait for more. */
const MIN_HELD = 7
/** How a soft reset begins, which reads like an exception's line. */
const FIRMWARE_SAYS = /^(MPY|PYB): /
/** An error text longer than this is output of a program that prints the end byte. */
const MAX_ERROR = 16 * 1024

/**
 * Takes apart what a raw REPL answers to code: output, END, error text, END, prompt. Pure.
 *
 * A program may print END itself. The frame is taken to end at the first `END >` after an END; text between that cannot be an error
 * is output. So a program that prints END twice, the second followed by `>`, ends its frame early: nothing on the wire tells it apart.
 * After `sys.exit()` or a reset no prompt follows; the banner of the REPL that comes up ends the frame then.
 */
export class ResultFrame {
  /** The error text; empty when the code ended well. */
  error = ''
  /** What came behind the frame. */
  rest: Uint8Array = new Uint8Array()
  /** Undefined until the frame has ended. */
  end: FrameEnd | undefined

  private held: Uint8Array = new Uint8Array()
  /** `error`: behind an END that may be the one before the error text. `loose`: behind one that probably was not. */
  private state: 'output' | 'error' | 'loose' = 'output'
  private looseText: Uint8Array = new Uint8Array()
  /** The last of the output, in which a banner may have begun. */
  private recent: Uint8Array = new Uint8Array()

  /** `awaitsReset`: the frame is a soft reset's, so that every beginning of a banner is kept back. */
  constructor(
    private readonly onOutput: (bytes: Uint8Array) => void,
    private readonly awaitsReset = false,
  ) {}

  /** Takes the next bytes; true when the frame has ended. */
  feed(bytes: Uint8Array): boolean {
    this.held = concat(this.held, bytes)
    while (this.end === undefined && this.step()) continue
    return this.end !== undefined
  }

  /** True while there may be more to do without further bytes. */
  private step(): boolean {
    if (this.held.length === 0) return false
    if (this.seesReset()) return false
    const at = this.held.indexOf(END)
    if (this.state === 'error') return this.stepInError(at)
    if (at < 0) {
      const seen = concat(this.recent, this.held)
      const begun = Math.max(partialMatch(seen, RAW_BANNER), partialMatch(seen, FRIENDLY_RESET))
      this.emit(this.held.length - (begun < MIN_HELD && !this.awaitsReset ? 0 : Math.min(begun, this.held.length)))
      return false
    }
    if (this.state === 'loose') {
      if (at + 1 === this.held.length) {
        this.emit(at)
        return false
      }
      if (this.held[at + 1] === RAW_PROMPT) {
        this.emit(at)
        this.finish(textOf(this.looseText), 2)
        return false
      }
    }
    this.emit(at)
    this.held = this.held.subarray(1)
    this.looseText = new Uint8Array()
    this.recent = new Uint8Array()
    this.state = 'error'
    return true
  }

  /** `held` begins behind an END. */
  private stepInError(at: number): boolean {
    if (at < 0) {
      if (canBeError(this.held)) return false
      return this.takeForOutput(this.held.length)
    }
    // In whatever pieces it comes: what can't be an error text is output, whether or not a prompt follows.
    if (!canBeError(this.held.subarray(0, at))) return this.takeForOutput(at)
    if (at + 1 === this.held.length) return false
    if (this.held[at + 1] === RAW_PROMPT) {
      this.finish(textOf(this.held.subarray(0, at)), at + 2)
      return false
    }
    if (at > 0) return this.takeForOutput(at)
    // The first of two ENDs was the program's, then; or this is how sys.exit() ends, and what follows is the soft reset's.
    this.onOutput(END_BYTE)
    this.held = this.held.subarray(1)
    return true
  }

  /** The END before `held`, and `count` bytes of it, were the program's. */
  private takeForOutput(count: number): boolean {
    this.onOutput(END_BYTE)
    this.state = 'loose'
    this.emit(count)
    return true
  }

  private seesReset(): boolean {
    const seen = concat(this.recent, this.held)
    const raw = indexOfBytes(seen, RAW_BANNER)
    const at = raw >= 0 ? raw : indexOfBytes(seen, FRIENDLY_RESET)
    if (at < 0) return false
    const end = this.held.indexOf(END)
    // An END before the banner is looked at first: it may be the frame's.
    if (end >= 0 && end + this.recent.length < at) return false
    if (this.state === 'error') {
      this.onOutput(END_BYTE)
      this.state = 'output'
    }
    const shown = raw >= 0 ? at : at + FRIENDLY_BANNER.length
    this.emit(shown - (seen.length - this.held.length))
    this.end = raw >= 0 ? 'reset-raw' : 'reset-friendly'
    this.rest = seen.subarray(at + (raw >= 0 ? RAW_BANNER : FRIENDLY_RESET).length)
    return true
  }

  private emit(count: number): void {
    if (count <= 0) return
    const bytes = this.held.subarray(0, count)
    this.held = this.held.subarray(count)
    if (this.state === 'loose' && this.looseText.length < MAX_ERROR) this.looseText = concat(this.looseText, bytes).slice(0, MAX_ERROR)
    this.recent = concat(this.recent, bytes.subarray(-FRIENDLY_RESET.length)).slice(1 - FRIENDLY_RESET.length)
    this.onOutput(bytes)
  }

  private finish(error: string, used: number): void {
    this.error = error
    this.rest = this.held.subarray(used)
    this.end = 'prompt'
  }
}

/** True while the bytes may be an error text, or its beginning: a traceback, or the exception's own line. */
function canBeError(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_ERROR) return false
  const [line = '', more] = textOf(bytes.subarray(0, 512)).replace(/\r$/, '').split(/\r?\n/, 2)
  const heading = 'Traceback (most recent call last):'
  if (more === undefined ? heading.startsWith(line) : line === heading) return true
  return !FIRMWARE_SAYS.test(line) && /^[A-Za-z_][\w.]*(:.*)?$/.test(line)
}
