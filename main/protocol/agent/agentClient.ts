import { AppError, hasCode } from '../../../shared/errors'
import { t } from '../../../shared/language/language'
import { utf8 } from '../bytes'
import { guardedSource } from '../checkedScript'
import type { ExecOptions, Guest, RawRepl } from '../rawRepl'
import { AGENT_SCRIPT, type AgentLibrary } from './agentScript'
import { type AgentEvent, type AgentFrame, FrameReader } from './frameReader'
import { encodeMessage } from './messageCoding'

/** Options of a call. */
export interface CallOptions {
  /** Aborted: the agent is interrupted and gone, the board at the raw prompt, and the call throws `cancelled`. */
  signal?: AbortSignal
  /** The message was handed over whole, for the first time. */
  onSent?: () => void
  /** Gets the frames that come before the answer. */
  onFrame?: (frame: AgentFrame) => void
  /** Gets what the board prints meanwhile; else it is a background program's. */
  onOutput?: (bytes: Uint8Array) => void
}

/** The board raised an exception; `said` is its class and text. The agent goes on. */
export class AgentException extends Error {
  constructor(readonly said: string) {
    super(said)
  }
}

/** The agent is gone, or was given up, and the board stands at the raw prompt; `said` is what it last said, where it did. */
export class AgentLost extends Error {
  constructor(
    readonly reason: 'harmed' | 'silent' | 'ended',
    readonly said = '',
  ) {
    super(`${reason} ${said}`)
  }
}

/** How long the board may take over one step before it gives a sign of life; flash is erased in seconds at worst. */
const WORK_MS = 10_000
/** A message is taken to be lost when nothing came back for this long beyond the time that it takes. */
const RECEIVE_MS = 2_000
/** Of the time that a message should take; the guess before any was measured is 9600 baud. */
const SLACK = 4
const SLOWEST_MS_PER_BYTE = 1.05
/** From this length on a message tells how fast the line is. */
const MEASURED_BYTES = 64
const START_MS = 10_000
/** Behind a harmed frame another follows at once, or it was the last. */
const HARMED_MS = 1_000
/** How often a message that came harmed is sent. */
const SENDINGS = 4
const SEQUENCE = '0123456789abcdefghijklmnopqrstuvwxyz'
const NO_DATA = new Uint8Array()

/**
 * The agent at work, seen from here: one message at a time, each answered. It is the guest of a raw REPL: whatever else the REPL is asked
 * to do ends it first.
 */
export class AgentClient implements Guest {
  /** The most bytes that a message's payload may have on the line. */
  readonly largest: number
  private readonly loaded = new Set<string>()
  private sent = 0
  private msPerByte = SLOWEST_MS_PER_BYTE
  private isGone = false
  private onOutput: ((bytes: Uint8Array) => void) | undefined

  private constructor(
    private readonly repl: RawRepl,
    private readonly frames: FrameReader,
    ready: AgentFrame,
    tap: { output: (bytes: Uint8Array) => void },
  ) {
    this.largest = ready.number
    tap.output = (bytes) => (this.onOutput ?? repl.onStray)(bytes)
  }

  /** True until it has ended. */
  get isAlive(): boolean {
    return !this.isGone
  }

  /**
   * Starts the agent at the raw prompt. Throws AgentLost when the firmware has not what it takes (`said` is the board's error), and as
   * `RawRepl.exec` does.
   */
  static async start(repl: RawRepl, signal?: AbortSignal): Promise<AgentClient> {
    const tap = { output: (bytes: Uint8Array): void => repl.onStray(bytes) }
    await repl.begin(guardedSource(AGENT_SCRIPT), { signal })
    const frames = new FrameReader(repl.wire.reader, repl.wire.clock, (bytes) => tap.output(bytes))
    try {
      const event = await frames.next({ timeoutMs: START_MS, signal })
      if (event.is === 'frame' && event.frame.kind === 'R' && event.frame.number >= 64) {
        const client = new AgentClient(repl, frames, event.frame, tap)
        repl.admit(client)
        return client
      }
      await repl.recover()
      throw new AgentLost('ended', event.is === 'ended' ? event.error : '')
    } catch (thrown) {
      if (hasCode(thrown, 'timeout', 'cancelled')) await repl.recover()
      throw hasCode(thrown, 'timeout') ? new AgentLost('silent') : thrown
    }
  }

  /** Proves that every byte comes through as it is, both ways; rejects with AgentLost otherwise. */
  async prove(signal?: AbortSignal): Promise<void> {
    const every = Uint8Array.from({ length: 256 }, (_, value) => value)
    let echo: Uint8Array = NO_DATA
    await this.call("say('E',0,d)", every, { signal, onFrame: (frame) => (echo = frame.payload) })
    if (Buffer.compare(every, echo) === 0) return
    await this.giveUp()
    throw new AgentLost('harmed')
  }

  /** Sends a library, and those that it needs, unless the agent has it. */
  async load(library: AgentLibrary, signal?: AbortSignal): Promise<void> {
    if (this.loaded.has(library.name)) return
    if (library.needs !== undefined) await this.load(library.needs, signal)
    await this.call('x()', utf8(library.source), { signal })
    this.loaded.add(library.name)
  }

  /**
   * Has the board evaluate an expression and answers its number. Throws AgentException, AgentLost, `cancelled`, `port-gone`. A harmed message
   * is sent again.
   */
  async call(expression: string, data: Uint8Array = NO_DATA, { signal, onSent, onFrame, onOutput }: CallOptions = {}): Promise<number> {
    if (this.isGone) throw new AgentLost('ended')
    this.onOutput = onOutput
    const seq = SEQUENCE[this.sent++ % SEQUENCE.length] ?? ''
    const message = encodeMessage(seq, expression, data)
    try {
      const answer = await this.exchange(message, seq, { signal, onSent, onFrame })
      if (answer.kind === 'X') throw new AgentException(String.fromCharCode(...answer.payload))
      return answer.number
    } catch (thrown) {
      if (thrown instanceof AgentException || thrown instanceof AgentLost) throw thrown
      if (!hasCode(thrown, 'port-gone')) await this.giveUp()
      this.isGone = true
      throw hasCode(thrown, 'timeout') ? new AgentLost('silent') : thrown
    } finally {
      this.onOutput = undefined
    }
  }

  /** A script in the agent's place instead of the raw REPL's: as `RawRepl.exec`. */
  async exec(code: Uint8Array, { signal, onOutput }: ExecOptions): Promise<{ error: string }> {
    try {
      await this.call('x()', code, { signal, onOutput })
      return { error: '' }
    } catch (thrown) {
      if (thrown instanceof AgentException) return { error: `Traceback (most recent call last):\n${thrown.said}\n` }
      if (thrown instanceof AgentLost) throw new AppError('timeout', t('The board stopped answering in the middle'))
      throw thrown
    }
  }

  /** Ends the agent; the board is at the raw prompt then. */
  async end(): Promise<void> {
    if (this.isGone) return
    this.isGone = true
    try {
      await this.repl.wire.write(encodeMessage('!', '', NO_DATA))
      for (;;) {
        const event = await this.frames.next({ timeoutMs: RECEIVE_MS })
        if (event.is !== 'ended') continue
        if (!event.reset && event.error === '') this.repl.ended()
        else await this.repl.recover()
        return
      }
    } catch (thrown) {
      if (!hasCode(thrown, 'timeout')) throw thrown
      await this.repl.recover()
    }
  }

  private async giveUp(): Promise<void> {
    this.isGone = true
    await this.repl.recover()
  }

  private async exchange(message: Uint8Array, seq: string, { signal, onSent, onFrame }: CallOptions): Promise<AgentFrame> {
    const { clock } = this.repl.wire
    for (let sending = 1; sending <= SENDINGS; sending += 1) {
      const startedAt = clock.monotonic()
      await this.repl.wire.write(message)
      if (sending === 1) onSent?.()
      let isReceived = false
      let isHarmed = false
      const receiveMs = RECEIVE_MS + SLACK * this.msPerByte * message.length
      for (;;) {
        const event = await this.nextUnless(isHarmed, isReceived ? WORK_MS : receiveMs, signal)
        if (event === undefined) break
        if (event.is === 'ended') {
          await this.giveUp()
          throw new AgentLost('ended', event.error)
        }
        if (!isReceived && message.length >= MEASURED_BYTES && event.is !== 'harmed') {
          this.msPerByte = Math.min(SLOWEST_MS_PER_BYTE, (clock.monotonic() - startedAt) / message.length)
        }
        if (event.is === 'received') {
          isReceived = true
          continue
        }
        isHarmed = event.is === 'harmed'
        if (event.is === 'harmed') continue
        const { frame } = event
        if (frame.kind === 'N') break
        if (frame.seq !== seq) continue
        isReceived = true
        if (frame.kind === 'K' || frame.kind === 'X') return frame
        onFrame?.(frame)
      }
    }
    await this.giveUp()
    throw new AgentLost('harmed')
  }

  /** Undefined when nothing more came behind a harmed frame: that was the answer. Asked again, the board answers again. */
  private async nextUnless(isHarmed: boolean, timeoutMs: number, signal: AbortSignal | undefined): Promise<AgentEvent | undefined> {
    try {
      return await this.frames.next({ timeoutMs: isHarmed ? HARMED_MS : timeoutMs, isOutputAwaited: this.onOutput !== undefined, signal })
    } catch (thrown) {
      if (isHarmed && hasCode(thrown, 'timeout')) return undefined
      throw thrown
    }
  }
}
