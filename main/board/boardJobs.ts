import type { BoardEntry, SaveResult, Space, StopChoice } from '../../shared/board'
import { baseName, isWithin, parentBoardPath } from '../../shared/boardPath'
import { AppError, hasCode } from '../../shared/errors'
import type { NotKept } from '../../shared/history'
import { t } from '../../shared/language/language'
import type { VariableLevel, VariablePath } from '../../shared/variables'
import type { TreeCount } from '../../shared/workspace'
import { readVariables } from '../protocol/variables'
import type { BoardHistory } from './boardHistory'
import type { JobHandle, JobRunner } from './jobRunner'
import type { Leftovers } from './leftovers'
import { type Listings, sortEntries } from './listings'
import { saveKept } from './safeSave'
import type { SessionParts } from './sessionParts'

/** The jobs on a board's files that a window asks for. Failures: those of `JobRunner.withBoard` and of `BoardFiles`. */
export class BoardJobs {
  constructor(
    private readonly parts: SessionParts,
    private readonly runner: JobRunner,
    private readonly listings: Listings,
    private readonly history: BoardHistory,
    private readonly leftovers: Leftovers,
  ) {}

  /** One level; notes the space and the heap as well. */
  list(path: string, stop: StopChoice): Promise<{ entries: BoardEntry[]; storage: Space | null }> {
    return this.runner.withBoard({ name: t('Listing {{path}}', { path }), stop }, async ({ files }) => {
      const entries = sortEntries(await files.list(path))
      const storage = await files.storage(path)
      const memory = await files.memory()
      this.listings.note(path, entries, this.parts.clock.now())
      this.parts.status.note({ storage, memory })
      await this.history.quietly(path, () => this.leftovers.noteListing(path, entries))
      return { entries, storage }
    })
  }

  readFile(path: string, stop: StopChoice): Promise<Uint8Array> {
    return this.runner.withBoard({ name: t('Reading {{name}}', { name: baseName(path) }), stop }, ({ files, signal, progress }) =>
      files.readFile(path, { signal, onProgress: progressOf(progress) }),
    )
  }

  /** Success only after the hash agreed. `port-gone` carries `{ path, holds: 'old' | 'unknown' }`. */
  async writeFile(path: string, bytes: Uint8Array, stop: StopChoice, expected?: string): Promise<SaveResult> {
    const progress = { begun: false }
    try {
      return await this.runner.withBoard({ name: t('Saving {{name}}', { name: baseName(path) }), stop }, async (job) => {
        progress.begun = true
        const result = await saveKept(job, this.history, path, bytes, { onProgress: progressOf(job.progress), expected })
        this.listings.changed(parentBoardPath(path))
        return result
      })
    } catch (thrown) {
      // Gone on the way into the raw REPL: no byte of the file was sent.
      if (!hasCode(thrown, 'port-gone') || progress.begun) throw thrown
      throw new AppError('port-gone', thrown.message, { ...thrown.details, path, holds: 'old' }, { cause: thrown })
    }
  }

  makeFolder(path: string, stop: StopChoice): Promise<void> {
    return this.runner.withBoard({ name: t('Making {{name}}', { name: baseName(path) }), stop }, async ({ files }) => {
      await files.makeFolder(path)
      this.listings.changed(parentBoardPath(path))
    })
  }

  /** Also moves. Refuses to overwrite (`exists`), and to move a folder into itself (`invalid-path`). */
  rename(from: string, to: string, stop: StopChoice): Promise<void> {
    if (from !== to && isWithin(from, to)) {
      return Promise.reject(new AppError('invalid-path', t('{{path}} can’t be moved into itself', { path: from }), { path: from }))
    }
    return this.runner.withBoard({ name: t('Renaming {{name}}', { name: baseName(from) }), stop }, async ({ files }) => {
      if (from !== to) await files.rename(from, to)
      this.listings.forget(from)
      this.listings.changed(parentBoardPath(from), parentBoardPath(to))
    })
  }

  count(path: string, stop: StopChoice): Promise<TreeCount> {
    return this.runner.withBoard({ name: t('Counting {{path}}', { path }), stop }, ({ files }) => files.count(path))
  }

  /** What the names of the last program hold; a level for each path, null where nothing is there any more. See `readVariables`. */
  variables(paths: VariablePath[], stop: StopChoice): Promise<(VariableLevel | null)[]> {
    return this.runner.withBoard({ name: t('Reading variables'), stop }, async ({ repl, firmware, signal }) => {
      const levels = []
      for (const path of paths) levels.push(await readVariables(repl, firmware, path, { clock: this.parts.clock, signal }))
      return levels
    })
  }

  /** Files, and folders with all that is in them; what the history could not keep of them. The root itself is refused with `invalid-path`. */
  remove(paths: string[], stop: StopChoice): Promise<NotKept[]> {
    if (paths.includes('/')) return Promise.reject(new AppError('invalid-path', t('The board’s root can’t be deleted'), { path: '/' }))
    const [first = ''] = paths
    const name =
      paths.length === 1 ? t('Deleting {{name}}', { name: baseName(first) }) : t('Deleting {{number}} items', { number: paths.length })
    return this.runner.withBoard({ name, stop }, async (job) => {
      const { files, signal, progress } = job
      const notKept = await this.history.keepAllOf(job, paths)
      try {
        await files.remove(paths, { signal, onProgress: (done) => progress({ done, unit: 'files' }) })
        return notKept
      } finally {
        for (const path of paths) this.listings.forget(path)
        this.listings.changed(...paths.map(parentBoardPath))
      }
    })
  }
}

function progressOf(progress: JobHandle['progress']): (done: number, total?: number) => void {
  return (done, total) => progress({ done, total, unit: 'bytes' })
}
