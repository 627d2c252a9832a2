import type { Job } from '../../shared/board'
import { delay } from '../../shared/clock'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { catchPrompt } from '../protocol/catchPrompt'
import type { JobHandle, JobRunner } from './jobRunner'
import { portReturns } from './portReturn'
import type { Programs } from './programs'
import { sendHeldInput, type SessionParts } from './sessionParts'

/** How a board that doesn't answer is made to: see `CatchOptions.begin`. */
export type RescueWay = 'soft-reset' | 'catch'

/** So long the user has to plug the board in again, or to press its button. */
export const CATCH_LIMIT_MS = 60_000
/** What a soft reset may take until the prompt. */
const SOFT_RESET_LIMIT_MS = 6_000
/** While the board is waited for, its port is looked for this often: its start-up file runs soon after. */
export const CATCH_RETRY_MS = 50

/** Gets the prompt of a board that ignores Ctrl-C: in the moment in which it starts, whether its port stays or goes meanwhile. */
export class Rescue {
  private catching: Job | undefined

  constructor(
    private readonly parts: SessionParts,
    private readonly programs: Programs,
    private readonly runner: JobRunner,
  ) {}

  /** True while the board is waited for, also while its port is gone. */
  get isCatching(): boolean {
    return this.catching !== undefined
  }

  /**
   * Calls off what is under way. `soft-reset`: Ctrl-D to a prompt that doesn't show, and Ctrl-C into what starts then, within 6 s. `catch`: waits
   * a minute for a reset by hand, or for the board being plugged in again, and sends Ctrl-C from its first moment on. Resolves at a prompt;
   * throws `no-prompt`, `cancelled`, `watch-only`, `busy` when it is under way already.
   */
  async get(way: RescueWay): Promise<void> {
    const { queue, port, status } = this.parts
    const { kind } = status.state
    if (kind === 'closed' || kind === 'opening') throw new AppError('not-connected', t('The port is not open'))
    if (this.isCatching) throw new AppError('busy', t('The board is being waited for already'))
    if (status.watchOnly) throw new AppError('watch-only', t('This session only watches: nothing is sent to the board'))
    const instead = new AppError('cancelled', t('Called off'))
    queue.drop(instead)
    this.runner.cancel(undefined, instead)
    port.failReader(instead)
    await queue.run(async () => {
      this.programs.abandon(instead.message)
      await this.programs.run?.done
      const name = way === 'catch' ? t('Waiting for the board to start') : t('Soft reset')
      await this.runner.asJob(name, (handle) => this.reach(way, handle))
      await sendHeldInput(this.parts)
    })
  }

  private async reach(way: RescueWay, { signal }: JobHandle): Promise<void> {
    const { clock, status, screen, watch, port } = this.parts
    const limit = way === 'catch' ? CATCH_LIMIT_MS : SOFT_RESET_LIMIT_MS
    const giveUpAt = clock.monotonic() + limit
    const { state } = status
    if (state.kind !== 'working') throw new AppError('cancelled', t('Called off'))
    const job: Job = { ...state.job, ...(way === 'catch' ? { catchUntil: clock.now() + limit } : {}) }
    screen.marker(
      way === 'catch'
        ? t('Waiting to catch the board when it starts. Press its reset button, or plug it in again.')
        : t('Soft reset without a prompt'),
    )
    this.catching = job
    status.set({ kind: 'working', job })
    // The port may go and come: the job stays.
    const staying = status.onChange((snapshot) => this.stay(snapshot.state.kind))
    const own = watch.suspend()
    port.holdsInput = true
    try {
      while (clock.monotonic() < giveUpAt) {
        if (!port.isOpen) await portReturns(this.parts, giveUpAt - clock.monotonic(), signal)
        else if (await this.tryPort(way, giveUpAt, signal)) {
          this.caught()
          return
        } else await delay(clock, CATCH_RETRY_MS, signal) // it goes, or starts, and its port may say so later
      }
      const rungs = way === 'catch' ? t('Ctrl-C at the start') : t('Soft reset')
      throw new AppError('no-prompt', t('The board does not answer'), { rungs, heard: 0 })
    } catch (error) {
      if (hasCode(error, 'no-prompt')) status.note({ unanswered: String(error.details.rungs) })
      throw error
    } finally {
      staying.dispose()
      this.catching = undefined
      port.holdsInput = false
      if (!port.isOpen && status.state.kind === 'working') status.set({ kind: 'lost', since: clock.now(), during: job.name })
      own.dispose()
    }
  }

  /** True at a prompt; false when the port went, or the time is over. */
  private async tryPort(way: RescueWay, giveUpAt: number, signal: AbortSignal): Promise<boolean> {
    const { port, screen } = this.parts
    try {
      const wire = port.claim()
      return await catchPrompt(wire, {
        giveUpAt,
        signal,
        begin: way === 'catch' ? 'wait' : 'soft-reset',
        onOutput: (bytes) => screen.show(bytes),
      })
    } catch (error) {
      if (!hasCode(error, 'port-gone', 'not-connected')) throw error
      return false
    } finally {
      port.release()
      port.holdsInput = true
    }
  }

  private stay(kind: string): void {
    const job = this.catching
    if (job === undefined || (kind !== 'lost' && kind !== 'attached')) return
    this.parts.status.set({ kind: 'working', job })
  }

  private caught(): void {
    const { screen, status } = this.parts
    this.catching = undefined
    screen.marker(t('Caught. Change or delete main.py before the next reset.'), 'ok')
    screen.showPrompt()
    status.set({ kind: 'ready' })
  }
}
