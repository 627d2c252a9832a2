import { AppError, hasCode } from '../../../shared/errors'
import { t } from '../../../shared/language/language'
import { MAX_FILE, type TransferOptions, sha256Of } from '../fileReading'
import { pythonString } from '../pythonLiteral'
import { type AgentClient, AgentLost } from './agentClient'
import type { AgentHost } from './agentHost'
import { READING_LIBRARY } from './agentScript'
import type { AgentFrame } from './frameReader'
import { ReceivedParts } from './receivedParts'

/** How often what is missing is asked for, in all. */
const TRIES = 6
/** How often an agent that was lost is followed by another. */
const MOST_LOST = 2
const NO_DATA = new Uint8Array()

/**
 * A file through the agent, proven by the board's hash: what came harmed is asked for again, and nothing else. Undefined where the board turns out to have no
 * agent. Throws AgentException, AgentLost, `hash-mismatch`, `too-large`, `cancelled`, `port-gone`.
 */
export async function readByAgent(host: AgentHost, path: string, options: TransferOptions): Promise<Uint8Array | undefined> {
  const reading = new Reading(path, options)
  let lost = 0
  for (let tried = 0; tried < TRIES; tried += 1) {
    const client = await host.get(options.signal)
    if (client === undefined) return undefined
    try {
      await client.load(READING_LIBRARY, options.signal)
      const bytes = await reading.go(client)
      if (bytes === undefined) continue
      host.noteSuccess()
      return bytes
    } catch (thrown) {
      if (!(thrown instanceof AgentLost) || (lost += 1) > MOST_LOST) throw thrown
    }
  }
  throw new AppError('hash-mismatch', t('{{path}} was harmed on its way from the board', { path }), { path })
}

class Reading {
  private readonly parts = new ReceivedParts()
  private size: number | undefined
  private hash: string | undefined

  constructor(
    private readonly path: string,
    private readonly options: TransferOptions,
  ) {}

  /** Asks for what is missing; undefined when something still is, or the whole is not what the board has. */
  async go(client: AgentClient): Promise<Uint8Array | undefined> {
    const isWhole = this.parts.received === 0
    for (const { at, length } of this.parts.missing(this.size ?? MAX_FILE + 1)) {
      await this.ask(client, at, length)
      if (isWhole) break
    }
    if (this.size === undefined || this.parts.missing(this.size).length > 0) return undefined
    if (!isWhole || this.hash === undefined) await this.askHash(client)
    const bytes = this.parts.join(this.size)
    if (this.hash === sha256Of(bytes)) return bytes
    this.parts.clear()
    return undefined
  }

  private async ask(client: AgentClient, at: number, length: number): Promise<void> {
    const isWhole = at === 0 && length > MAX_FILE
    const onFrame = ({ kind, number, payload }: AgentFrame): void => {
      if (kind === 'S') {
        this.size = number
        if (payload.length > 0 && isWhole) this.hash = Buffer.from(payload).toString('hex')
      }
      if (kind !== 'D') return
      if (number + payload.length > MAX_FILE) {
        throw new AppError('too-large', t('{{path}} is too large to be read', { path: this.path }), { path: this.path, limit: MAX_FILE })
      }
      this.parts.add(number, payload)
      if (this.size !== undefined) this.tell()
    }
    await client.call(`G(${pythonString(this.path)},${at},${length})`, NO_DATA, { signal: this.options.signal, onFrame })
    if (this.size !== undefined) this.tell()
  }

  private async askHash(client: AgentClient): Promise<void> {
    this.hash = undefined
    await client.call(`say('H',0,H(${pythonString(this.path)}))`, NO_DATA, {
      signal: this.options.signal,
      onFrame: ({ kind, payload }) => {
        if (kind === 'H') this.hash = Buffer.from(payload).toString('hex')
      },
    })
  }

  private tell(): void {
    const size = this.size ?? 0
    this.options.onProgress?.(Math.min(this.parts.received, size), size)
  }
}

/** True for what another way of reading may not meet: the line, not the board, was at fault. */
export function isLineFault(thrown: unknown): boolean {
  return thrown instanceof AgentLost || hasCode(thrown, 'hash-mismatch')
}
