import type { Clock } from '../../shared/clock'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { TYPED_PROGRAM, UNKNOWN_PROGRAM } from '../../shared/programNames'
import { END } from '../protocol/controlBytes'
import type { Screen } from './screen'
import type { SessionStatus } from './sessionStatus'

/** A prompt that is away for less than this was only away while a line was evaluated. */
export const GRACE_MS = 300

/** What runs after a reset. */
export const START_PROGRAM = 'main.py'

const CARRIAGE_RETURN = 0x0d
const NEWLINE = 0x0a

/**
 * Follows what the board shows while no job has the port, and says from it whether the board is at its prompt: `attached` or
 * `running` becomes `ready` when a prompt is shown, `ready` becomes `running` when it stays away for 300 ms.
 */
export class PromptWatch implements Disposable {
  private name: string = UNKNOWN_PROGRAM
  private leftAt = 0
  private grace: Disposable | undefined
  private suspended = 0
  private readonly settling = new Emitter<undefined>()
  private readonly subscription: Disposable

  constructor(
    private readonly clock: Clock,
    private readonly status: SessionStatus,
    private readonly screen: Screen,
  ) {
    this.subscription = screen.onShown(() => {
      this.update()
    })
  }

  /** The user has sent this to the board: it names the program that it may start. */
  sent(bytes: Uint8Array): void {
    if (this.status.state.kind !== 'ready') return
    const { atPrompt, mode, typed } = this.screen.tracker
    if (bytes.includes(END) && atPrompt && mode === 'prompt' && typed === '') this.name = START_PROGRAM
    else if (bytes.includes(CARRIAGE_RETURN) || bytes.includes(NEWLINE) || bytes.includes(END)) this.name = TYPED_PROGRAM
  }

  /** A reset was asked for: until a prompt is shown, the start-up files run. */
  restarted(): void {
    this.screen.forgetPrompt()
    this.stopGrace()
    this.name = START_PROGRAM
    this.status.set({ kind: 'running', program: { name: START_PROGRAM, startedAt: this.clock.now(), stopping: false } })
  }

  /** Until the returned undo is called, the state is somebody else's to set. */
  suspend(): Disposable {
    this.suspended++
    this.stopGrace()
    let done = false
    return {
      dispose: () => {
        if (done) return
        done = true
        this.suspended--
        this.update()
      },
    }
  }

  /** Waits until it is clear whether the board is at its prompt: at most 300 ms. */
  settled(): Promise<void> {
    if (this.grace === undefined) return Promise.resolve()
    return new Promise((resolve) => {
      const subscription = this.settling.event(() => {
        subscription.dispose()
        resolve()
      })
    })
  }

  dispose(): void {
    this.subscription.dispose()
    this.stopGrace()
    this.settling.dispose()
  }

  /** Looks at the screen anew. */
  update(): void {
    const { state } = this.status
    if (this.suspended > 0) return
    if (state.kind !== 'attached' && state.kind !== 'ready' && state.kind !== 'running') return
    const { atPrompt, mode, prompt } = this.screen.tracker
    if (atPrompt) this.screen.prompts.note(prompt)
    if (atPrompt || (state.kind === 'ready' && mode !== 'unknown')) {
      if (state.kind === 'ready' && this.grace === undefined) return // typing: the prompt was never away
      this.name = UNKNOWN_PROGRAM
      this.stopGrace()
      if (state.kind !== 'ready') this.status.set({ kind: 'ready' })
    } else if (state.kind === 'ready' && this.grace === undefined) {
      this.leftAt = this.clock.now()
      this.grace = this.clock.after(GRACE_MS, () => {
        this.grace = undefined
        if (this.status.state.kind === 'ready') {
          this.status.set({ kind: 'running', program: { name: this.name, startedAt: this.leftAt, stopping: false } })
        }
        this.settling.fire(undefined)
      })
    }
  }

  private stopGrace(): void {
    this.grace?.dispose()
    this.grace = undefined
    this.settling.fire(undefined)
  }
}
