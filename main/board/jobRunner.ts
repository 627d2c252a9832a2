import { isDeepStrictEqual } from 'node:util'
import type { Progress, StopChoice } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { BoardFiles } from '../protocol/boardFiles'
import type { Firmware } from '../protocol/probe'
import { RawRepl } from '../protocol/rawRepl'
import type { KnownFirmware } from './knownFirmware'
import type { Programs } from './programs'
import { backToPrompt, giveLineBack, keepLine } from './promptLine'
import { noteUnanswered, sendHeldInput, type SessionParts } from './sessionParts'

/** Progress is told at most this often. */
const PROGRESS_MS = 50

/** What a job is told by its runner. */
export interface JobHandle {
  signal: AbortSignal
  progress: (progress: Progress) => void
  /** Holds the board's output back while its receiver can't keep up, or lets it come. Let go when the job ends. */
  hold: (on: boolean) => void
}

/** A job that has the port, with the board in its raw REPL. */
export interface BoardJob extends JobHandle {
  repl: RawRepl
  files: BoardFiles
  firmware: Firmware
}

/** How a job is to be run. */
export interface JobOptions {
  /** Reads on after the board's name: `Saving main.py`. */
  name: string
  stop: StopChoice
}

/** Runs the session's jobs: makes way, shows the job in the state, puts the board back to its prompt, gives the user's line back. */
export class JobRunner {
  private current: { id: number; abort: AbortController } | undefined
  private lastId = 0

  constructor(
    private readonly parts: SessionParts,
    private readonly programs: Programs,
    private readonly known: KnownFirmware,
  ) {}

  /** True while a job has the port. */
  get isWorking(): boolean {
    return this.current !== undefined
  }

  /** The job's id must be that of the one under way; else nothing happens, and the answer is false. Without an id: the one under way. */
  cancel(id?: number, error = new AppError('cancelled', t('Called off'))): boolean {
    const { current } = this
    if (current === undefined || (id !== undefined && id !== current.id)) return false
    this.parts.status.noteJob(current.id, { cancelling: true })
    current.abort.abort(error)
    return true
  }

  /**
   * Waits for its turn, makes way as `stop` allows, and does the work with the board in its raw REPL. Settles as the work does, when the
   * board is back at its prompt and a stopped program was started again; `needs-prompt`, `watch-only`, `port-gone`, `no-prompt`, `busy`.
   */
  withBoard<T>({ name, stop }: JobOptions, work: (job: BoardJob) => Promise<T>): Promise<T> {
    return this.parts.queue.run(async () => {
      const restart = await this.programs.makeWay(stop)
      try {
        return await this.asJob(name, (handle) => this.inRawRepl(handle, work))
      } finally {
        if (this.parts.status.state.kind === 'ready') await restart?.()
        await sendHeldInput(this.parts)
      }
    })
  }

  /** In the queue: shows the work as the session's job. Work that leaves the board elsewhere than it was sets the state itself. */
  async asJob<T>(name: string, work: (handle: JobHandle) => Promise<T>): Promise<T> {
    const { status, clock } = this.parts
    const before = status.state.kind
    const abort = new AbortController()
    const id = ++this.lastId
    let toldAt = -Infinity
    const held = { on: false }
    this.current = { id, abort }
    status.set({ kind: 'working', job: { id, name, cancellable: true, cancelling: false } })
    const handle: JobHandle = {
      signal: abort.signal,
      hold: (on) => {
        held.on = on
        this.parts.port.hold(on)
      },
      progress: (progress) => {
        const isLast = progress.done === progress.total
        if (!isLast && clock.monotonic() - toldAt < PROGRESS_MS) return
        toldAt = clock.monotonic()
        status.noteJob(id, { progress })
      },
    }
    try {
      return await work(handle)
    } catch (thrown) {
      if (!hasCode(thrown, 'port-gone')) throw thrown
      throw this.goneError(name, thrown)
    } finally {
      if (held.on) this.parts.port.hold(false)
      this.current = undefined
      // Work that ended in another state has said so itself; anything else leaves the board as it was.
      if (status.state.kind === 'working') status.set({ kind: before === 'ready' ? 'ready' : 'attached' })
    }
  }

  private async inRawRepl<T>(handle: JobHandle, work: (job: BoardJob) => Promise<T>): Promise<T> {
    const { parts } = this
    const { port, screen, status, watch } = parts
    const line = await keepLine(parts)
    const wire = port.claim()
    const own = watch.suspend()
    let repl: RawRepl | undefined
    let isProven = false
    let isCalledOff = false
    try {
      const show = (bytes: Uint8Array): void => screen.show(bytes)
      repl = await RawRepl.enter(wire, { signal: handle.signal, onOutput: show, onStray: show })
      const firmware = await this.learn(repl, handle.signal)
      return await work({ ...handle, repl, firmware, files: new BoardFiles(repl, firmware) })
    } catch (error) {
      isCalledOff = hasCode(error, 'cancelled')
      noteUnanswered(parts, error)
      throw error
    } finally {
      try {
        // Called off in the middle of the way in, the board may be anywhere.
        isProven = (repl !== undefined || isCalledOff) && (await backToPrompt(parts, wire, repl))
        if (isProven) await giveLineBack(parts, wire, line)
      } catch (error) {
        if (!hasCode(error, 'port-gone', 'cancelled')) parts.log('warn', `The prompt was not given back: ${AppError.from(error).message}`)
      }
      port.release()
      if (!isProven) screen.forgetPrompt()
      if (status.state.kind === 'working') status.set({ kind: isProven ? 'ready' : 'attached' })
      own.dispose()
    }
  }

  private async learn(repl: RawRepl, signal: AbortSignal): Promise<Firmware> {
    const firmware = await this.known.learn(repl, signal)
    const { status } = this.parts
    const { implementation, version, machine, platform, root, uniqueId, hasHash, hasRename, hasFolders } = firmware
    const board = { implementation, version, machine, platform, root, uniqueId, hasHash, hasRename, hasFolders }
    if (!isDeepStrictEqual(status.snapshot().board, board)) status.note({ board })
    return firmware
  }

  /** What became of the job, for whoever asked for it and for the state. */
  private goneError(name: string, thrown: AppError): AppError {
    const { status } = this.parts
    const board = portName(status.port)
    const fate = fateOf(thrown)
    if (status.state.kind === 'lost') status.set({ ...status.state, during: fate === '' ? name : `${name}. ${fate}` })
    const gone = t('{{board}} vanished in the middle of: {{job}}.', { board, job: name })
    const message = fate === '' ? gone : `${gone} ${fate}.`
    return new AppError('port-gone', message, { ...thrown.details, board, job: name }, { cause: thrown })
  }
}

/** Which version a file holds that was being saved; empty when none was. */
function fateOf({ details: { holds, path: saved } }: AppError): string {
  if (holds === undefined) return ''
  const path = String(saved)
  return holds === 'old' ? t('{{path}} holds the old version', { path }) : t('{{path}} may hold the old or the new version', { path })
}
