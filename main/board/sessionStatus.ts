import type { Greeting, Job, Leftover, PortInfo, SessionSnapshot, SessionState, Space } from '../../shared/board'
import { boardKey } from '../../shared/board'
import type { BoardInfo } from '../../shared/firmware'
import type { TalksLike } from '../../shared/talksLike'
import { type Disposable, Emitter } from '../../shared/lifecycle'

/** What a session says of itself beside its state. */
export interface SessionFacts {
  port: PortInfo
  board: BoardInfo | null
  storage: Space | null
  memory: Space | null
  greeting: Greeting
  watchOnly: boolean
  canHardReset: boolean
  interruptIgnored: boolean
  hasSent: boolean
  talksLike: TalksLike | null
  leftovers: Leftover[]
  unanswered: string | null
  trying: string | null
}

/** What a prompt disproves. */
const PROVEN = { interruptIgnored: false, talksLike: null, unanswered: null } as const

/** The one state value of a session, with the facts around it; tells of every change. */
export class SessionStatus implements Disposable {
  private value: SessionState = { kind: 'opening' }
  private facts: SessionFacts
  private readonly changed = new Emitter<SessionSnapshot>()

  /** Fires after every change, with the whole snapshot. */
  readonly onChange = this.changed.event

  constructor(
    readonly id: string,
    port: PortInfo,
    greeting: Greeting,
  ) {
    this.facts = {
      port,
      greeting,
      board: null,
      storage: null,
      memory: null,
      watchOnly: false,
      canHardReset: false,
      interruptIgnored: false,
      hasSent: false,
      talksLike: null,
      leftovers: [],
      unanswered: null,
      trying: null,
    }
  }

  get state(): SessionState {
    return this.value
  }

  get port(): PortInfo {
    return this.facts.port
  }

  get watchOnly(): boolean {
    return this.facts.watchOnly
  }

  get trying(): string | null {
    return this.facts.trying
  }

  get greeting(): Greeting {
    return this.facts.greeting
  }

  /** Goes over to another state. `closed` is the last one. A proven prompt ends the offer of a hard reset, and shows that it is MicroPython. */
  set(state: SessionState): void {
    if (this.value.kind === 'closed') return
    this.value = state
    if (state.kind === 'ready') this.facts = { ...this.facts, ...PROVEN, greeting: this.greeting === 'monitor' ? 'watch' : this.greeting }
    this.fire()
  }

  /** Changes facts. */
  note(facts: Partial<SessionFacts>): void {
    this.facts = { ...this.facts, ...facts }
    this.fire()
  }

  /** Says more of the job that is under way; does nothing when it is not any more. */
  noteJob(id: number, change: Partial<Pick<Job, 'progress' | 'cancelling' | 'catchUntil'>>): void {
    if (this.value.kind !== 'working' || this.value.job.id !== id) return
    const job: Job = { ...this.value.job, ...change }
    this.set({ kind: 'working', job })
  }

  /** Says that the running program was asked to stop, or goes on after all. */
  noteStopping(stopping: boolean): void {
    if (this.value.kind !== 'running' || this.value.program.stopping === stopping) return
    this.set({ kind: 'running', program: { ...this.value.program, stopping } })
  }

  snapshot(): SessionSnapshot {
    return { id: this.id, boardKey: boardKey(this.facts.port), state: this.value, ...this.facts }
  }

  dispose(): void {
    this.changed.dispose()
  }

  private fire(): void {
    this.changed.fire(this.snapshot())
  }
}
