import { AppError, hasCode } from '../../shared/errors'
import type { PasteMode } from '../../shared/firmware'
import { t } from '../../shared/language/language'
import { boardReset } from './awaitedAnswer'
import { BootOutput } from './bootOutput'
import type { ReadOptions } from './byteReader'
import { concatAll } from './bytes'
import { END, ENTER_RAW, FRIENDLY, INTERRUPT, RAW_BANNER } from './controlBytes'
import { pythonSource } from './pythonLiteral'
import { type ReachOptions, reachPrompt } from './reachPrompt'
import { receivePrompt } from './receivePrompt'
import { ResultFrame } from './resultFrame'
import { sendCode } from './sendCode'
import type { Wire } from './wire'

/** The longest silence of a board that owes an answer, unless told otherwise. */
export const SILENCE_MS = 10_000
/** What one `exec` may answer; a board that prints more is broken or hostile. */
export const MAX_OUTPUT = 64 * 1024 * 1024

/** Options of `exec`. */
export interface ExecOptions {
  /** The longest silence, milliseconds; 10 s by default. */
  timeoutMs?: number
  /** Aborted: the code is interrupted and `exec` throws `cancelled`, the board being at the raw prompt again. */
  signal?: AbortSignal
  /** Gets the output as it comes; then `output` stays empty. */
  onOutput?: (bytes: Uint8Array) => void
  /** The code is a function of its own, to which it is all the same where it runs: a guest that is there runs it. */
  inGuest?: boolean
}

/** A script of ours that stays on the board and is talked to. It makes way for everything else that the REPL is asked to do. */
export interface Guest {
  readonly isAlive: boolean
  /** Ends it, with the board at the raw prompt; throws `port-gone` alone. */
  end(): Promise<void>
  /** Runs code in the guest's place: as `RawRepl.exec`. */
  exec(code: Uint8Array, options: ExecOptions): Promise<{ error: string }>
}

/** Options of `run`. */
export interface RunOptions {
  onOutput: (bytes: Uint8Array) => void
  /** The board has the whole code: from now on what is sent is the program's input. */
  onStarted?(): void
  /** Aborted: the program is interrupted once; `run` goes on until it has ended. */
  signal?: AbortSignal
}

/** Options of `RawRepl.enter`. */
export interface EnterOptions extends ReachOptions {
  /** Gets what the programs in the background print while files are moved. */
  onStray?: (bytes: Uint8Array) => void
}

/** Where the board is, as far as is proven. `littered`: at the raw prompt, but what was typed into a program may stand there unread. */
type Place = 'raw' | 'littered' | 'friendly' | 'inside' | 'unknown'

/** How long the board may take for a change of mode, which is a few bytes. */
const MODE_MS = 1_000
/** How often, and how far apart, an interrupt and a way into the raw REPL are sent to a board in the middle of something. */
const RESYNC_TRIES = 5
const RESYNC_WAIT_MS = 400
const MAX_BANNER = 64 * 1024
const MAX_READ = 64 * 1024

/** A board in its raw REPL. Whoever enters must `leave`, on every path. The bytes: docs.micropython.org, "Raw mode and raw-paste mode". */
export class RawRepl {
  private place: Place = 'raw'
  private paste: PasteMode | undefined
  private guest: Guest | undefined

  private constructor(
    readonly wire: Wire,
    /** True when entering interrupted a program or met other output than the prompt's. */
    readonly interrupted: boolean,
    /** Gets what the programs in the background print while a guest works. */
    readonly onStray: (bytes: Uint8Array) => void,
  ) {}

  /** Interrupts what runs and enters; limit about 8 s. Throws `no-prompt`, `cancelled`, `port-gone`, `timeout`. */
  static async enter(wire: Wire, options: EnterOptions = {}): Promise<RawRepl> {
    const interrupted = await reachPrompt(wire, options)
    const repl = new RawRepl(wire, interrupted, options.onStray ?? (() => undefined))
    repl.place = 'friendly'
    await repl.ensureRaw(options.signal)
    return repl
  }

  /** How the board takes code; undefined until something was executed. */
  get pasteMode(): PasteMode | undefined {
    return this.paste
  }

  /**
   * A clean state: nothing of earlier programs is left, boot.py has run, main.py has not. A boot.py that is silent for 10 s is interrupted.
   * What it prints goes to `onOutput`. Throws as `exec` does.
   */
  async softReset(options: Omit<ReachOptions, 'onRung'> = {}): Promise<void> {
    const output = new BootOutput((bytes) => options.onOutput?.(bytes))
    await this.endGuest()
    await this.ensureRaw(options.signal)
    this.place = 'inside'
    await this.wire.write(Uint8Array.of(END))
    const frame = new ResultFrame((bytes) => output.feed(bytes), true)
    try {
      await this.readFrame(frame, { timeoutMs: SILENCE_MS, signal: options.signal })
    } catch (thrown) {
      output.end()
      if (!hasCode(thrown, 'timeout', 'cancelled')) throw thrown
      await this.resync()
      if (hasCode(thrown, 'cancelled')) throw thrown
      return
    }
    output.end()
    await this.ensureRaw(options.signal)
  }

  /**
   * Runs code of ours. `error` is the board's error text, empty when there was none. Throws `timeout` after too long a silence and
   * `cancelled` (the code is interrupted then, and the board brought back where it answers), `board-reset` when the board came up anew
   * instead of an answer, `too-large`, `port-gone`.
   */
  async exec(code: string | Uint8Array, options: ExecOptions = {}): Promise<{ output: Uint8Array; error: string }> {
    const { timeoutMs = SILENCE_MS, signal } = options
    const parts: Uint8Array[] = []
    let length = 0
    const onOutput = (bytes: Uint8Array): void => {
      length += bytes.length
      if (length > MAX_OUTPUT) throw new AppError('too-large', t('The board does not stop answering'), { limit: MAX_OUTPUT })
      if (options.onOutput === undefined) parts.push(bytes)
      else options.onOutput(bytes)
    }
    const frame = new ResultFrame(onOutput)
    if (signal?.aborted === true) throw new AppError('cancelled', t('Called off'))
    if (options.inGuest === true && this.guest?.isAlive === true) {
      const { error } = await this.guest.exec(pythonSource(code), { ...options, onOutput })
      return { output: concatAll(parts), error }
    }
    await this.endGuest()
    await this.ensureRaw(signal)
    this.place = 'inside'
    try {
      // A background thread's output before the code runs is none of its result.
      this.paste = await sendCode(this.wire, pythonSource(code), this.paste, { timeoutMs, signal, onOutput: () => undefined })
      await this.readFrame(frame, { timeoutMs, signal })
    } catch (thrown) {
      if (!hasCode(thrown, 'port-gone')) await this.resync()
      throw thrown
    }
    if (frame.end !== 'prompt') throw boardReset()
    return { output: concatAll(parts), error: frame.error }
  }

  /**
   * Runs a user's program, however long and silent. Output comes as the board sends it, without the error text. A program that resets the
   * board (`sys.exit()`, `machine.reset()`) ends without error when a REPL comes up again.
   */
  async run(code: string | Uint8Array, options: RunOptions): Promise<{ error: string }> {
    const { signal, onOutput } = options
    await this.endGuest()
    await this.ensureRaw(signal)
    this.place = 'inside'
    const frame = new ResultFrame(onOutput)
    try {
      this.paste = await sendCode(this.wire, pythonSource(code), this.paste, { timeoutMs: SILENCE_MS, signal, onOutput })
    } catch (thrown) {
      if (!hasCode(thrown, 'port-gone')) await this.resync()
      if (hasCode(thrown, 'cancelled')) return { error: 'KeyboardInterrupt: ' }
      throw thrown
    }
    options.onStarted?.()
    let failed: unknown
    const interrupt = (): void => {
      this.interrupt().catch((thrown: unknown) => {
        failed = thrown
      })
    }
    if (signal?.aborted === true) interrupt()
    signal?.addEventListener('abort', interrupt, { once: true })
    try {
      await this.readFrame(frame, {}, 'littered')
    } catch (thrown) {
      this.place = 'unknown'
      throw failed instanceof AppError ? failed : thrown
    } finally {
      signal?.removeEventListener('abort', interrupt)
    }
    return { error: frame.error }
  }

  /** Ctrl-C into the code that runs. Harmless when it has just ended. */
  async interrupt(): Promise<void> {
    await this.wire.write(Uint8Array.of(INTERRUPT))
  }

  /**
   * Back to the friendly REPL; its banner is consumed up to and with the prompt. True when the prompt is proven; false when the port is gone
   * or the board doesn't answer. Never throws, limit about 3 s: it stands in `finally`, where the first error counts.
   */
  async leave(): Promise<boolean> {
    try {
      if (this.place === 'friendly') return true
      await this.endGuest()
      if (this.place === 'inside' || this.place === 'unknown') await this.resync()
      await this.wire.write(Uint8Array.of(FRIENDLY))
      const isProven = await receivePrompt(this.wire, { timeoutMs: MODE_MS })
      this.place = isProven ? 'friendly' : 'unknown'
      return isProven
    } catch (thrown) {
      this.place = 'unknown'
      if (thrown instanceof AppError) return false
      throw thrown
    }
  }

  /**
   * Starts code of ours that goes on running: whoever starts it reads what it sends, and admits itself as guest once it works. Throws as `exec`
   * does.
   */
  async begin(code: string, { signal, timeoutMs = SILENCE_MS }: ReadOptions = {}): Promise<void> {
    await this.endGuest()
    await this.ensureRaw(signal)
    this.place = 'inside'
    try {
      this.paste = await sendCode(this.wire, pythonSource(code), this.paste, { timeoutMs, signal, onOutput: this.onStray })
    } catch (thrown) {
      if (!hasCode(thrown, 'port-gone')) await this.resync()
      throw thrown
    }
  }

  /** From now on the guest is ended before anything else is done. */
  admit(guest: Guest): void {
    this.guest = guest
  }

  /** What was begun has ended, and the raw prompt was read. */
  ended(): void {
    this.place = 'raw'
  }

  /** Interrupts what was begun. Bytes that it had sent may look like a prompt, so the prompt is asked for once more when the line is silent. */
  async recover(): Promise<void> {
    if ((await this.resync()) && !(await this.resync())) this.place = 'unknown'
  }

  /** Ends the guest, if there is one. Throws `port-gone` alone. */
  async endGuest(): Promise<void> {
    const { guest } = this
    this.guest = undefined
    await guest?.end()
  }

  private async readFrame(frame: ResultFrame, options: ReadOptions, atPrompt: 'raw' | 'littered' = 'raw'): Promise<void> {
    while (!frame.feed(await this.wire.reader.receive(MAX_READ, options))) continue
    this.wire.reader.unread(frame.rest)
    this.place = frame.end === 'reset-friendly' ? 'friendly' : atPrompt
  }

  private async ensureRaw(signal: AbortSignal | undefined): Promise<void> {
    if (this.place === 'raw') return
    if (this.place === 'friendly') {
      await this.wire.write(Uint8Array.of(ENTER_RAW))
      try {
        await this.wire.reader.receiveUntil(RAW_BANNER, MAX_BANNER, { timeoutMs: MODE_MS, signal })
        this.place = 'raw'
        return
      } catch (thrown) {
        if (!hasCode(thrown, 'timeout')) throw thrown
      }
    }
    if (!(await this.resync())) throw new AppError('no-prompt', t('The raw REPL does not answer'), { rungs: 'Ctrl-C, Ctrl-A', heard: 0 })
  }

  /** From the middle of anything to the raw prompt: Ctrl-A there prints the banner anew, which proves the place. False when no try did. */
  private async resync(): Promise<boolean> {
    this.place = 'unknown'
    for (let tried = 0; tried < RESYNC_TRIES; tried += 1) {
      try {
        await this.wire.write(Uint8Array.of(INTERRUPT, ENTER_RAW))
        await this.wire.reader.receiveUntil(RAW_BANNER, MAX_BANNER, { timeoutMs: RESYNC_WAIT_MS })
        // The other tries, or a Ctrl-C that came late, may be answered too.
        await this.wire.reader.receiveAvailable(MAX_BANNER, { timeoutMs: tried === 0 ? 20 : RESYNC_WAIT_MS / 2 })
        this.place = 'raw'
        return true
      } catch (thrown) {
        if (hasCode(thrown, 'too-large')) this.wire.reader.takeBuffered()
        else if (!hasCode(thrown, 'timeout')) return false
      }
    }
    return false
  }
}
