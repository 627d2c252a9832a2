import type { SaveResult } from '../../shared/board'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { AgentException, AgentLost } from './agent/agentClient'
import type { AgentHost } from './agent/agentHost'
import { refusalOf, saveByAgent } from './agent/agentSaving'
import { boardError } from './boardError'
import { type TransferOptions, readBoardFile, sha256Of } from './fileReading'
import { statOnBoard } from './fileStat'
import { checkSpace, preflight } from './preflight'
import { type BoardPlace, discardCopy, hashOnBoard, replaceAsText, saveAsText } from './textSaving'
import { temporaryPath } from './temporaryName'

/** Options of a save. */
export interface WriteOptions extends TransferOptions {
  /** The SHA-256 that the file on the board should still have. */
  expected?: string
}

/** Saves files, by the agent where the board can have one, else as text. */
export class FileSaver {
  constructor(private readonly agents: AgentHost) {}

  /** See `BoardFiles.writeFile`. */
  async save(path: string, bytes: Uint8Array, options: WriteOptions): Promise<SaveResult> {
    if (options.signal?.aborted === true) throw calledOff(path)
    if (this.agents.isPossible && (await this.saveWithAgent(path, bytes, options))) {
      return { path, size: bytes.length, sha256: sha256Of(bytes), proven: true }
    }
    const { repl, firmware } = this.agents
    const found = await preflight(repl, firmware, path)
    if (options.expected !== undefined) await this.checkUnchanged(path, options.expected, options.signal)
    checkSpace(path, bytes.length, found)
    return await saveAsText({ repl, firmware, path, free: found.freeMemory }, bytes, options)
  }

  private async saveWithAgent(path: string, bytes: Uint8Array, options: WriteOptions): Promise<boolean> {
    const { repl, firmware } = this.agents
    const place: BoardPlace = { repl, firmware, path }
    const temporary = temporaryPath(path)
    try {
      const save = { path, temporary, bytes, expected: options.expected, checksSpace: firmware.hasStatvfs }
      return await saveByAgent(this.agents, save, options)
    } catch (thrown) {
      if (thrown instanceof AgentException && (await this.replaced(thrown, place, temporary))) return true
      const error = thrown instanceof AgentException ? await this.explained(thrown, place, bytes.length) : AppError.from(thrown)
      if (error.code === 'port-gone' || error.details.leftover !== undefined) throw error
      if (await this.discarded(place, temporary)) throw error
      throw new AppError(error.code, error.message, { ...error.details, leftover: temporary }, { cause: error })
    }
  }

  /** True for a file system that does not rename onto a file: then the proven copy takes the target's place in steps. */
  private async replaced(thrown: AgentException, place: BoardPlace, temporary: string): Promise<boolean> {
    if (refusalOf(thrown) !== 'there') return false
    await replaceAsText(place, temporary)
    return true
  }

  /** What the board refused, as exactly as it can be found out. */
  private async explained(thrown: AgentException, place: BoardPlace, size: number): Promise<AppError> {
    const { repl, firmware, path } = place
    switch (refusalOf(thrown)) {
      case 'changed':
        return changedElsewhere(path)
      case 'hash':
        return new AppError('hash-mismatch', t('The copy of {{path}} on the board differs from what was sent', { path }), { path })
      case 'there':
      case 'full':
      case undefined:
        try {
          checkSpace(path, size, await preflight(repl, firmware, path))
        } catch (better) {
          if (better instanceof AppError) return better
          throw better
        }
        return errorOf(refusalOf(thrown) === 'full' ? new AgentException('OSError: 28') : thrown, place)
    }
  }

  /** True when nothing is left of a failed save. */
  private async discarded(place: BoardPlace, temporary: string): Promise<boolean> {
    try {
      await this.agents.alive?.call('U()')
    } catch (thrown) {
      if (!(thrown instanceof AgentException || thrown instanceof AgentLost || thrown instanceof AppError)) throw thrown
      // What the agent can't do any more is tried without it.
    }
    return await discardCopy(place, temporary, false)
  }

  private async checkUnchanged(path: string, expected: string, signal: AbortSignal | undefined): Promise<void> {
    const { repl, firmware } = this.agents
    const target = await statOnBoard(repl, firmware, path)
    let actual = ''
    if (target !== null && firmware.hasHash) actual = await hashOnBoard(repl, firmware, path, signal)
    else if (target !== null) actual = sha256Of(await readBoardFile(repl, firmware, path, target.size, { signal }))
    if (actual !== expected) throw changedElsewhere(path)
  }
}

function errorOf(thrown: AgentException, { path, firmware }: BoardPlace): AppError {
  return boardError(`Traceback (most recent call last):\n${thrown.said}\n`, path, firmware.platform)
}

function changedElsewhere(path: string): AppError {
  return new AppError('changed-elsewhere', t('{{path}} changed on the board', { path }), { path })
}

function calledOff(path: string): AppError {
  return new AppError('cancelled', t('Saving {{path}} was called off', { path }), { path })
}
