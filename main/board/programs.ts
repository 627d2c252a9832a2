import type { RunOutcome, SessionState, StopChoice } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, DisposableStore } from '../../shared/lifecycle'
import { programWords, TYPED_PROGRAM } from '../../shared/programNames'
import { INTERRUPT } from '../protocol/controlBytes'
import { reachPrompt, rungNames } from '../protocol/reachPrompt'
import { withLimit } from '../transport/limit'
import { ProgramRun } from './programRun'
import { checkNoMonitor, checkUsable, noteUnanswered, type SessionParts } from './sessionParts'
import { sendSoftReset } from './softReset'

/** A Ctrl-C that brought nothing is sent again after these, in milliseconds from the first. */
const REPEATS_MS = [500, 1_000]
/** After a typed Ctrl-C no window holds the board back for this long. */
const TYPED_HURRY_MS = 1_000
/** A Ctrl-C not seen for this long: the hard reset is offered. */
export const IGNORED_MS = 2_000
/** A run that doesn't end for this long after the first Ctrl-C is let go; then the ladder's own rungs are tried. */
const ABANDON_MS = 2_500
/** Stopping ends here, one way or the other. */
export const STOP_LIMIT_MS = 5_500

/** Starts a stopped program again. */
export type Restart = () => Promise<void>

/** The user's program on the board: our own run, or one that the board started: runs it, stops it, makes way for a job. */
export class Programs implements Disposable {
  private own: ProgramRun | undefined
  private stopping: Promise<void> | undefined
  private ignoreTimer: Disposable | undefined
  private typedHurry = new DisposableStore()

  constructor(private readonly parts: SessionParts) {}

  /** Our own run, while it has the port. */
  get run(): ProgramRun | undefined {
    return this.own
  }

  /** Starts a program; to be called in the queue, at a proven prompt. Resolves when it runs. */
  async start(name: string, text: string): Promise<{ done: Promise<RunOutcome> }> {
    const run = new ProgramRun(this.parts, name, text)
    this.own = run
    void run.done.then(() => {
      if (this.own === run) this.own = undefined
    })
    await run.start()
    return { done: run.done }
  }

  /**
   * To be called in the queue before a job that needs the prompt. Resolves at a prompt, with what starts the stopped program again.
   * Rejects with `needs-prompt` (details: `program`, '' when its name is unknown) when something runs and may not be stopped, and with
   * `not-micropython` for a serial monitor.
   */
  async makeWay(stop: StopChoice): Promise<Restart | undefined> {
    const { status, watch, screen } = this.parts
    checkUsable(this.parts)
    await watch.settled()
    checkUsable(this.parts)
    checkNoMonitor(this.parts)
    const { state } = status
    const isTyping = state.kind === 'ready' && (screen.tracker.mode === 'continuation' || screen.tracker.mode === 'paste')
    if (state.kind === 'ready' && !isTyping) return undefined
    const program = state.kind === 'running' ? state.program.name : ''
    if (stop === 'refuse') {
      throw new AppError('needs-prompt', stopFirst(program, isTyping), { program, typing: isTyping })
    }
    const { own } = this
    await this.stopNow()
    if (stop === 'stop' || isTyping || program === TYPED_PROGRAM) return undefined
    if (own !== undefined) {
      return async () => {
        await this.start(own.name, own.text)
      }
    }
    return () => sendSoftReset(this.parts)
  }

  /** Interrupts what runs until the prompt is proven, for about 5 s at most; then rejects with `no-prompt`. In the queue, or for our own run. */
  stopNow(signal?: AbortSignal): Promise<void> {
    this.stopping ??= this.interrupt(signal).finally(() => {
      this.stopping = undefined
    })
    return this.stopping
  }

  /** A Ctrl-C typed by the user went to the board: when nothing comes of it, the hard reset is offered. */
  noteTyped(bytes: Uint8Array): void {
    if (!bytes.includes(INTERRUPT) || this.parts.status.state.kind !== 'running') return
    this.own?.noteInterrupt()
    this.hurryFor(TYPED_HURRY_MS)
    this.offerReset()
  }

  /** Lets go of our own run, which then settles as lost. */
  abandon(reason: string): void {
    this.own?.abandon(reason)
  }

  dispose(): void {
    this.ignoreTimer?.dispose()
    this.typedHurry.dispose()
  }

  private async interrupt(signal?: AbortSignal): Promise<void> {
    const { clock, status, screen } = this.parts
    const { own } = this
    const hurry = screen.output.hurry()
    const before = status.state
    const limit = new AbortController()
    const timer = clock.after(STOP_LIMIT_MS, () => {
      limit.abort(new AppError('no-prompt', t('The board does not answer'), { rungs: rungNames() }))
    })
    status.noteStopping(true)
    this.offerReset()
    try {
      if (own !== undefined) await this.interruptRun(own)
      const signals = signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal])
      if (status.state.kind !== 'ready' && status.state.kind !== 'lost') await this.reach(signals)
    } catch (error) {
      // A run that was let go is still the program that runs.
      if (before.kind === 'running' && status.state.kind === 'attached') status.set(before)
      throw error
    } finally {
      timer.dispose()
      hurry.dispose()
      this.ignoreTimer?.dispose()
      status.noteStopping(false)
    }
  }

  /** Proves the prompt by the ladder's automatic rungs; what the board prints meanwhile is shown. */
  async reach(signal?: AbortSignal): Promise<void> {
    const { port, screen, watch, status, foreign } = this.parts
    const wire = port.claim()
    const own = watch.suspend()
    try {
      let rungs = 0
      const onRung = (trying: string): void => {
        // The first one mostly does it, at once.
        if (++rungs > 1) status.note({ trying })
      }
      await reachPrompt(wire, { signal, onOutput: (bytes) => screen.show(bytes), onRung })
      port.release()
      if (!screen.isPromptVisible || screen.tracker.typed !== '') screen.showPrompt()
      if (status.state.kind !== 'lost') status.set({ kind: 'ready' })
    } catch (error) {
      if (hasCode(error, 'not-micropython')) foreign.tried(error)
      noteUnanswered(this.parts, error)
      throw error
    } finally {
      port.release()
      if (status.trying !== null) status.note({ trying: null })
      own.dispose()
    }
  }

  private async interruptRun(run: ProgramRun): Promise<void> {
    const { clock, log } = this.parts
    const timers = new DisposableStore()
    const send = (): void => {
      run.interrupt().catch((error: unknown) => {
        if (!hasCode(error, 'port-gone', 'cancelled')) log('warn', `Ctrl-C could not be sent: ${AppError.from(error).message}`)
      })
    }
    send()
    for (const ms of REPEATS_MS) timers.add(clock.after(ms, send))
    try {
      await withLimit(clock, ABANDON_MS, t('Stopping'), run.done)
    } catch (error) {
      if (!hasCode(error, 'timeout')) throw error
      run.abandon(`${run.name} doesn’t stop`)
      await run.done
    } finally {
      timers.dispose()
    }
  }

  /** What the program says to a Ctrl-C is shown at once, although it prints without pause. */
  private hurryFor(ms: number): void {
    const { clock, screen } = this.parts
    this.typedHurry.dispose()
    const hurry = (this.typedHurry = new DisposableStore())
    hurry.add(screen.output.hurry())
    hurry.add(clock.after(ms, () => hurry.dispose()))
  }

  private offerReset(): void {
    const { clock, status } = this.parts
    const asked = programOf(status.state)
    this.ignoreTimer?.dispose()
    this.ignoreTimer = clock.after(IGNORED_MS, () => {
      if (asked !== undefined && programOf(status.state) === asked) status.note({ interruptIgnored: true })
    })
  }
}

function stopFirst(program: string, isTyping: boolean): string {
  if (program !== '') return t('{{program}} would have to be stopped first', { program: programWords(program) })
  return isTyping
    ? t('An unfinished block would have to be stopped first')
    : t('A program may be running; it would have to be stopped first')
}

/** Tells one program, or one try to get the prompt, from the next; undefined where nothing is to be stopped. */
function programOf(state: SessionState): string | undefined {
  if (state.kind === 'running') return `${state.program.name} ${state.program.startedAt}`
  return state.kind === 'working' ? `job ${state.job.id}` : undefined
}
