import { KnownPrompts } from '../protocol/knownPrompts'
import { PromptTracker } from '../protocol/promptTracker'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import type { OutputStream } from './outputStream'

/** Where every byte that the user should see is written to as well: the log on disk. */
export interface ByteLog {
  write(bytes: Uint8Array): void
  close(): Promise<void>
}

const NEWLINE = 0x0a
const LINE_END = new TextEncoder().encode('\r\n')

/** What the user sees of the board: the terminal's stream, the log on disk, and what is known of the prompt from it. */
export class Screen implements Disposable {
  /** What the board's prompt looks like. */
  readonly prompts = new KnownPrompts()
  readonly tracker = new PromptTracker(this.prompts)
  private readonly shown = new Emitter<Uint8Array>()
  private atLineStart = true

  /** Fires after bytes were shown. */
  readonly onShown = this.shown.event

  constructor(
    readonly output: OutputStream,
    private readonly log: ByteLog,
  ) {}

  /** True when the cursor stands on a line that begins with the primary prompt. */
  get isPromptVisible(): boolean {
    return this.tracker.atPrompt && !this.atLineStart
  }

  /** Shows and logs the board's bytes; the caller gives the array away. */
  show(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.log.write(bytes)
    this.tracker.feed(bytes)
    this.atLineStart = bytes.at(-1) === NEWLINE
    this.output.append(bytes)
    this.shown.fire(bytes)
  }

  /** A line of ours between the board's; markers stand on their own lines. `starts` says what begins below it. */
  marker(text: string, tone: 'info' | 'ok' | 'warn' | 'error' = 'info', starts?: 'run'): void {
    this.atLineStart = true
    this.output.marker(text, tone, starts)
  }

  /** The board stands at a fresh prompt that only a job has seen: shows one, on a line of its own. */
  showPrompt(): void {
    if (!this.atLineStart) this.show(LINE_END.slice())
    // Below a marker the tracker still follows the line above it.
    this.tracker.reset()
    this.show(new TextEncoder().encode(this.prompts.current))
  }

  /** What is on the current line says nothing of the board any more. */
  forgetPrompt(): void {
    this.tracker.reset()
  }

  dispose(): void {
    this.shown.dispose()
  }
}
