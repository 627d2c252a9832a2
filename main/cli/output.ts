import type { Writable } from 'node:stream'
import { plainText } from './plainText'

/** Bytes that may wait for whoever reads standard output before the board is held back. */
const MOST_WAITING = 256 * 1024

/** Where a command's answers and errors go. Answers never mix with anything else on standard output. */
export class Output {
  private waiting = 0
  private readonly closed = new AbortController()
  private drained: (() => void)[] = []

  /** Aborted when nobody reads standard output any more. */
  readonly onClosed = this.closed.signal

  constructor(
    private readonly out: Writable,
    private readonly err: Writable,
  ) {
    // A reader that went away (`| head`) is an end, not a failure; standard error may have gone with it.
    out.on('error', () => this.end())
    err.on('error', () => undefined)
  }

  /** True while more waits for the reader than should. */
  get isFull(): boolean {
    return this.waiting > MOST_WAITING
  }

  /** Bytes exactly as they are. The array must not be changed afterwards. */
  bytes(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.closed.signal.aborted) return
    this.waiting += bytes.length
    this.out.write(bytes, () => {
      this.waiting -= bytes.length
      if (!this.isFull) for (const wake of this.drained.splice(0)) wake()
    })
  }

  /** Resolves when the reader has caught up, or went away. */
  async caughtUp(): Promise<void> {
    if (this.isFull && !this.closed.signal.aborted) await new Promise<void>((resolve) => this.drained.push(resolve))
  }

  /** One line of an answer; control characters of names in it are made visible. */
  line(text: string): void {
    this.bytes(new TextEncoder().encode(`${plainText(text)}\n`))
  }

  /** The whole answer for a machine, as one line. */
  json(value: unknown): void {
    this.bytes(new TextEncoder().encode(`${JSON.stringify(value)}\n`))
  }

  /** One line on standard error. */
  error(text: string): void {
    this.note(`${plainText(text)}\n`)
  }

  /** Text on standard error as it is; the caller has made it harmless. Who reads no more wants to hear nothing of how it ended. */
  note(text: string): void {
    if (!this.closed.signal.aborted) this.err.write(text)
  }

  /** Resolves when the system has everything; at once when nobody reads. */
  flush(): Promise<void> {
    if (this.closed.signal.aborted || this.out.writableLength === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.closed.signal.addEventListener('abort', () => resolve(), { once: true })
      this.out.write('', () => resolve())
    })
  }

  private end(): void {
    this.closed.abort()
    for (const wake of this.drained.splice(0)) wake()
  }
}
