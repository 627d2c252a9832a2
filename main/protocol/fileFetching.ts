import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { AgentException } from './agent/agentClient'
import type { AgentHost } from './agent/agentHost'
import { isLineFault, readByAgent } from './agent/agentReading'
import { boardError } from './boardError'
import { type TransferOptions, readBoardFile } from './fileReading'
import { statOnBoard } from './fileStat'

/** From this size on it pays to start an agent for one file. */
const WORTH_AN_AGENT = 6 * 1024

/** Reads files, by the agent where it works already or pays, else as text. */
export class FileFetcher {
  constructor(private readonly agents: AgentHost) {}

  /** See `BoardFiles.readFile`. */
  async read(path: string, options: TransferOptions): Promise<Uint8Array> {
    const { repl, firmware } = this.agents
    if (this.agents.alive !== undefined) {
      const bytes = await this.readWithAgent(path, options)
      if (bytes !== undefined) return bytes
    }
    const found = await statOnBoard(repl, firmware, path)
    if (found === null) throw new AppError('not-found', t('{{path}} is not on the board', { path }), { path })
    if (found.kind === 'folder') throw new AppError('is-a-folder', t('{{path}} is a folder', { path }), { path })
    if (found.size >= WORTH_AN_AGENT && this.agents.isPossible) {
      const bytes = await this.readWithAgent(path, options)
      if (bytes !== undefined) return bytes
    }
    return await readBoardFile(repl, firmware, path, found.size, options)
  }

  /** Undefined when the file must be read as text. */
  private async readWithAgent(path: string, options: TransferOptions): Promise<Uint8Array | undefined> {
    try {
      return await readByAgent(this.agents, path, options)
    } catch (thrown) {
      if (thrown instanceof AgentException) {
        throw boardError(`Traceback (most recent call last):\n${thrown.said}\n`, path, this.agents.firmware.platform)
      }
      if (!isLineFault(thrown)) throw thrown
      this.agents.noteFailure()
      await this.agents.alive?.end()
      return undefined
    }
  }
}
