import type { RunOutcome } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { parseTraceback } from '../../shared/traceback'
import type { Wire } from '../protocol/wire'
import { RawRepl } from '../protocol/rawRepl'
import { clockText, durationText } from './clockText'
import { backToPrompt, giveLineBack, type KeptLine, keepLine } from './promptLine'
import { sendHeldInput, type SessionParts } from './sessionParts'

/** The name of the editor's text in a traceback. */
const STDIN_FILE = '<stdin>'

/** One run of the editor's text: holds the port from the raw REPL's entry until the friendly prompt is back. */
export class ProgramRun {
  private readonly abort = new AbortController()
  private readonly startedAt: number
  private readonly began: number
  private repl: RawRepl | undefined
  private stopAsked = false

  /** Settles when the program has ended and the port is free again; never rejects. */
  readonly done: Promise<RunOutcome>
  private finish: (outcome: RunOutcome) => void = () => undefined

  constructor(
    private readonly parts: SessionParts,
    readonly name: string,
    readonly text: string,
  ) {
    this.startedAt = parts.clock.now()
    this.began = parts.clock.monotonic()
    this.done = new Promise((resolve) => {
      this.finish = resolve
    })
  }

  /**
   * Resolves when the program has been handed to the board and runs. Rejects when it could not be started: `no-prompt`, `port-gone`,
   * `cancelled` (stopped before it began) and what else the raw REPL's entry throws.
   */
  async start(): Promise<void> {
    const { parts } = this
    const { line, wire } = await this.takePort()
    const own = parts.watch.suspend()
    parts.status.set({ kind: 'running', program: { name: this.name, startedAt: this.startedAt, stopping: false } })
    // Below what an interrupted program still printed: that belongs to the run before.
    const sayRun = (): void =>
      parts.screen.marker(t('Run {{program}} {{time}}', { program: this.name, time: clockText(this.startedAt) }), 'info', 'run')
    const options = { signal: this.abort.signal, onOutput: (bytes: Uint8Array) => this.parts.screen.show(bytes) }
    try {
      const repl = await RawRepl.enter(wire, options)
      this.repl = repl
      sayRun()
      if (parts.settings().cleanRun) await cleanBoard(repl, options)
    } catch (error) {
      if (this.repl === undefined) sayRun()
      const outcome = this.outcome(hasCode(error, 'cancelled') && this.stopAsked ? 'stopped' : 'lost')
      await this.end(wire, line, outcome, [t('Not started'), 'warn'])
      own.dispose()
      this.finish(outcome)
      if (outcome.kind === 'stopped') return
      throw error
    }
    void this.follow(this.repl, wire, line).then((outcome) => {
      own.dispose()
      this.finish(outcome)
    })
  }

  /** The port may vanish while the line is looked at: then the run is over before it began, and `done` settles as well. */
  private async takePort(): Promise<{ line: KeptLine; wire: Wire }> {
    try {
      const line = await keepLine(this.parts)
      return { line, wire: this.parts.port.claim() }
    } catch (error) {
      this.finish(this.outcome('lost'))
      throw error
    }
  }

  /** Sends a Ctrl-C, as asked by the user. May be called again. */
  async interrupt(): Promise<void> {
    this.stopAsked = true
    if (this.abort.signal.aborted) await this.repl?.interrupt()
    else this.abort.abort(new AppError('cancelled', t('Stopped'))) // whatever is under way interrupts by itself, once
  }

  /** The user has typed a Ctrl-C into the program: it may end as stopped. */
  noteInterrupt(): void {
    this.stopAsked = true
  }

  /** Lets go of a program that answers nothing; `done` settles soon. */
  abandon(reason: string): void {
    this.stopAsked = true
    this.parts.port.failReader(new AppError('cancelled', reason))
  }

  private async follow(repl: RawRepl, wire: Wire, line: KeptLine): Promise<RunOutcome> {
    const { parts } = this
    let outcome: RunOutcome
    try {
      const { error } = await repl.run(this.text, {
        onOutput: (bytes) => parts.screen.show(bytes),
        onStarted: () => {
          parts.port.holdsInput = false
          void sendHeldInput(parts)
        },
        signal: this.abort.signal,
      })
      parts.port.holdsInput = true
      outcome = this.judge(error)
    } catch (error) {
      parts.port.holdsInput = true
      if (!hasCode(error, 'port-gone', 'cancelled')) parts.log('warn', `${this.name} was lost: ${AppError.from(error).message}`)
      outcome = this.outcome('lost')
    }
    await this.end(wire, line, outcome)
    return outcome
  }

  private judge(error: string): RunOutcome {
    if (error === '') return this.outcome(this.stopAsked ? 'stopped' : 'ended')
    this.parts.screen.show(new TextEncoder().encode(error))
    const isInterrupted = this.stopAsked && (error.trimEnd().split('\n').at(-1) ?? '').startsWith('KeyboardInterrupt')
    return isInterrupted ? this.outcome('stopped') : { ...this.outcome('error'), traceback: error }
  }

  private outcome(kind: RunOutcome['kind']): RunOutcome {
    return { kind, seconds: (this.parts.clock.monotonic() - this.began) / 1_000 }
  }

  /** Says how it ended, and leaves the board at its prompt or the session in a state that says it isn't. */
  private async end(wire: Wire, line: KeptLine, outcome: RunOutcome, marker = markerOf(outcome)): Promise<void> {
    const { parts } = this
    const { status, screen, port } = parts
    const isHere = (): boolean => status.state.kind === 'running'
    if (isHere()) screen.marker(...marker)
    try {
      if (this.repl === undefined || outcome.kind === 'lost') throw new AppError('no-prompt', t('The board may not be at its prompt'))
      if (!(await backToPrompt(parts, wire, this.repl))) throw new AppError('no-prompt', t('The prompt did not come back'))
      await giveLineBack(parts, wire, line)
      if (isHere()) status.set({ kind: 'ready' })
    } catch (error) {
      port.release()
      screen.forgetPrompt()
      if (isHere()) status.set({ kind: 'attached' })
      if (!hasCode(error, 'no-prompt', 'port-gone', 'cancelled')) parts.log('warn', `After ${this.name}: ${AppError.from(error).message}`)
    }
    await sendHeldInput(parts)
  }
}

/** A soft reset before the run; `port-gone` says in its details that it was this that took the port away. */
async function cleanBoard(repl: RawRepl, options: { signal: AbortSignal; onOutput: (bytes: Uint8Array) => void }): Promise<void> {
  try {
    await repl.softReset(options)
  } catch (error) {
    if (!hasCode(error, 'port-gone')) throw error
    throw new AppError('port-gone', error.message, { ...error.details, resetting: true }, { cause: error })
  }
}

function markerOf(outcome: RunOutcome): [text: string, tone: 'ok' | 'warn' | 'error'] {
  switch (outcome.kind) {
    case 'ended':
      return [t('Ended {{duration}}', { duration: durationText(outcome.seconds) }), 'ok']
    case 'stopped':
      return [t('Stopped'), 'warn']
    case 'lost':
      return [t('The program was lost sight of'), 'warn']
    case 'error': {
      const frame = parseTraceback(outcome.traceback ?? '')?.frames.findLast(({ file }) => file === STDIN_FILE)
      return [frame === undefined ? t('Error') : t('Error, line {{line}}', { line: frame.line }), 'error']
    }
  }
}
