import { AppError } from '../../../shared/errors'
import { isMemoryError } from '../boardError'
import type { KnownPrompts } from '../knownPrompts'
import type { Firmware } from '../probe'
import type { RawRepl } from '../rawRepl'
import { AgentClient, AgentLost } from './agentClient'

/** What was learned at a port: bytes came through whole, or the agent could not be started so many times. */
interface Experience {
  isProven: boolean
  failures: number
}

const experiences = new WeakMap<KnownPrompts, Experience>()
/** A board whose agent failed to start this often gets no other in this session. */
const MOST_FAILURES = 2

/** The agent of one job, started when it is first wanted; and what is known of agents on this board. */
export class AgentHost {
  private client: AgentClient | undefined

  constructor(
    readonly repl: RawRepl,
    readonly firmware: Firmware,
  ) {}

  /** The agent that works already. */
  get alive(): AgentClient | undefined {
    return this.client?.isAlive === true ? this.client : undefined
  }

  /** True where it makes sense to ask for an agent. */
  get isPossible(): boolean {
    const { hasHash, hasRename, hasFolders, hasCrc32, hasBinaryInput, hasBinaryOutput } = this.firmware
    const fits = hasHash && hasRename && hasFolders && hasCrc32 && hasBinaryInput && hasBinaryOutput
    return fits && this.experience.failures < MOST_FAILURES
  }

  /**
   * The agent, started and proven where it has to be; undefined where this board has none, and files go as text. Throws `cancelled`, `port-gone` and
   * what else `RawRepl.exec` throws.
   */
  async get(signal?: AbortSignal): Promise<AgentClient | undefined> {
    if (this.alive !== undefined) return this.alive
    if (!this.isPossible) return undefined
    if (signal?.aborted === true) throw AppError.from(signal.reason)
    const { experience } = this
    try {
      const client = await AgentClient.start(this.repl, signal)
      if (!experience.isProven) await client.prove(signal)
      experience.isProven = true
      this.client = client
      return client
    } catch (thrown) {
      if (!(thrown instanceof AgentLost)) throw thrown
      // Another time there may be more memory.
      if (!isMemoryError(thrown.said)) experience.failures += 1
      return undefined
    }
  }

  /** The agent started and was of no use. */
  noteFailure(): void {
    this.experience.failures += 1
  }

  /** The agent did what it was there for. */
  noteSuccess(): void {
    this.experience.failures = 0
  }

  private get experience(): Experience {
    const { prompts } = this.repl.wire
    let found = experiences.get(prompts)
    if (found === undefined) experiences.set(prompts, (found = { isProven: false, failures: 0 }))
    return found
  }
}
