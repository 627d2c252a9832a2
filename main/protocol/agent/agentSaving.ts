import { AppError, hasCode } from '../../../shared/errors'
import { t } from '../../../shared/language/language'
import { isMemoryError } from '../boardError'
import { concatAll } from '../bytes'
import { type TransferOptions, sha256Of } from '../fileReading'
import { pythonString } from '../pythonLiteral'
import { type AgentClient, AgentException, AgentLost } from './agentClient'
import type { AgentHost } from './agentHost'
import { SMALLEST_MESSAGE, savingLibrary } from './agentScript'
import { fittingLength } from './messageCoding'
import { type Piece, PieceCutter, windowBitsFor } from './pieces'

/** A file on its way to a board through the agent. */
export interface AgentSave {
  path: string
  temporary: string
  bytes: Uint8Array
  /** The SHA-256 that the file on the board should still have. */
  expected?: string
  /** The board is to look whether the file fits. */
  checksSpace: boolean
}

/** What the board refuses, as its library says it: `changed` and `full` before anything was written; `hash` after;
 * `there` when all is well but the target has to be removed first. */
export type Refusal = 'changed' | 'full' | 'hash' | 'there'

/** How often a save is begun, with smaller messages each time, before it is given up. */
const TRIES = 3
/** Files from this size on are gone on with where an interrupted try left them. */
export const RESUMED_BYTES = 8 * 1024
/** What the board has in its buffers is written to flash each time so many bytes came. */
const FLUSH_BYTES = 64 * 1024
const NO_DATA = new Uint8Array()

/**
 * Saves through the agent; false where the board turns out to have none, or each try was lost, so that the file must go as text. Throws
 * AgentException for what the board refused, `cancelled`, `port-gone`. The target is the old file whole, or the new one; the copy may be left over.
 */
export async function saveByAgent(host: AgentHost, save: AgentSave, options: TransferOptions): Promise<boolean> {
  let most = Infinity
  const sent = { rename: false }
  let told = -1
  const onProgress = (done: number, total: number): void => {
    // An earlier try may have come further: then nobody knows which version the target holds.
    if (done > told) options.onProgress?.((told = done), total)
  }
  for (let tried = 1; ; tried += 1) {
    const client = await host.get(options.signal)
    if (client === undefined) return false
    const room = Math.min(client.largest, most)
    try {
      const attempt = new SaveAttempt(host, client, save, { ...options, onProgress }, room, () => (sent.rename = true))
      // What an earlier try sent last may have been carried out, with only its answer lost.
      if (!sent.rename || !(await attempt.isDone())) await attempt.run()
      host.noteSuccess()
      return true
    } catch (thrown) {
      if (!isWorthRetrying(thrown)) throw thrown
      if (tried === TRIES) {
        host.noteFailure()
        return false
      }
      most = Math.max(SMALLEST_MESSAGE, room >> 2)
    }
  }
}

/** What the board refused, where the library raised it. */
export function refusalOf(thrown: AgentException): Refusal | undefined {
  const said = /^ValueError: (changed|full|hash|there)$/.exec(thrown.said)?.[1]
  return said as Refusal | undefined
}

function isWorthRetrying(thrown: unknown): boolean {
  return thrown instanceof AgentLost || (thrown instanceof AgentException && isMemoryError(thrown.said))
}

class SaveAttempt {
  constructor(
    private readonly host: AgentHost,
    private readonly client: AgentClient,
    private readonly save: AgentSave,
    private readonly options: TransferOptions,
    private readonly room: number,
    private readonly beforeRename: () => void,
  ) {}

  /** True when the target holds the new file already. */
  async isDone(): Promise<boolean> {
    await this.load()
    let found: Uint8Array = NO_DATA
    const path = pythonString(this.save.path)
    await this.client.call(`say('H',0,K(${path})and H(${path})or b'')`, NO_DATA, { onFrame: ({ payload }) => (found = payload) })
    return Buffer.compare(found, this.hash) === 0
  }

  async run(): Promise<void> {
    const { bytes } = this.save
    this.tell(0)
    await this.load()
    const begin = this.begin()
    const cutter = this.newCutter()
    const first = cutter.take(0, this.room)
    const together = `${begin.expression}or O('wb')or ${first.expression}or V()or F()`
    const data = concatAll([begin.data, first.data])
    if (first.length < bytes.length || !this.fits(together, data)) {
      await this.runInPieces(begin)
      return
    }
    this.checkSignal()
    this.beforeRename()
    this.checkSize(await this.client.call(together, data, { onSent: () => this.tell(bytes.length) }))
  }

  private async runInPieces({ expression, data }: { expression: string; data: Uint8Array }): Promise<void> {
    const { client, save, options } = this
    const { signal } = options
    const { bytes } = save
    let done = 0
    await client.call(bytes.length > RESUMED_BYTES ? `${expression}or Z()` : expression, data, {
      signal,
      onFrame: ({ kind, number, payload }) => {
        if (kind === 'Z' && number <= bytes.length && this.isHashOf(payload, bytes.subarray(0, number))) done = number
      },
    })
    const cutter = this.newCutter()
    let open = `O('${done > 0 ? 'ab' : 'wb'}')or `
    let flushed = done
    this.tell(done)
    while (done < bytes.length || open !== '') {
      const piece = this.takePiece(cutter, done, open)
      const flush = done + piece.length - flushed >= FLUSH_BYTES
      await client.call(`${open}${piece.expression}${flush ? 'or f.flush()' : ''}`, piece.data, { signal })
      done += piece.length
      if (flush) flushed = done
      open = ''
      this.tell(done)
    }
    await client.call('V()', NO_DATA, { signal })
    this.checkSignal()
    this.beforeRename()
    // Not to be called off: the answer would not be known.
    this.checkSize(await client.call('F()'))
  }

  private takePiece(cutter: PieceCutter, done: number, open: string): Piece {
    return cutter.take(done, this.room - open.length - 40)
  }

  private newCutter(): PieceCutter {
    return new PieceCutter(this.save.bytes, this.host.firmware.inflate !== undefined, windowBitsFor(this.room))
  }

  private begin(): { expression: string; data: Uint8Array } {
    const { path, temporary, bytes, expected, checksSpace } = this.save
    const needed = checksSpace ? bytes.length : -1
    return {
      expression: `B(${pythonString(path)},${pythonString(temporary)},${needed},${expected === undefined ? 0 : 1})`,
      data: concatAll([this.hash, expected === undefined ? NO_DATA : hashBytes(expected)]),
    }
  }

  private fits(expression: string, data: Uint8Array): boolean {
    return fittingLength(data, 0, this.room - expression.length - 2) === data.length
  }

  private isHashOf(hash: Uint8Array, bytes: Uint8Array): boolean {
    return Buffer.from(hash).toString('hex') === sha256Of(bytes)
  }

  private get hash(): Uint8Array {
    return new Uint8Array(Buffer.from(sha256Of(this.save.bytes), 'hex'))
  }

  private async load(): Promise<void> {
    await this.client.load(savingLibrary(this.host.firmware.inflate), this.options.signal)
  }

  private tell(done: number): void {
    this.options.onProgress?.(done, this.save.bytes.length)
  }

  private checkSignal(): void {
    const reason: unknown = this.options.signal?.reason
    if (this.options.signal?.aborted !== true) return
    throw hasCode(reason, 'cancelled') ? reason : new AppError('cancelled', t('Saving {{path}} was called off', { path: this.save.path }))
  }

  private checkSize(size: number): void {
    const { path, bytes } = this.save
    if (size !== bytes.length)
      throw new AppError('hash-mismatch', t('The copy of {{path}} on the board differs from what was sent', { path }), { path })
  }
}

/** What is no hash is the hash of nothing. */
function hashBytes(hash: string): Uint8Array {
  return /^[0-9a-f]{64}$/.test(hash) ? new Uint8Array(Buffer.from(hash, 'hex')) : new Uint8Array(32)
}
