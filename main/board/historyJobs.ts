import type { SaveResult, StopChoice } from '../../shared/board'
import { baseName, parentBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import type { HistoryState, KeepAll, TakeResult } from '../../shared/history'
import { t } from '../../shared/language/language'
import type { BoardHistory } from './boardHistory'
import { readBoardTree } from './boardTree'
import { MOUNTS, makeExcludes } from './excludes'
import type { JobRunner } from './jobRunner'
import type { Listings } from './listings'
import { saveKept } from './safeSave'
import { takeTree } from './treeHistory'

/** What a window asks of the history of one session's board. */
export class HistoryJobs {
  constructor(
    private readonly runner: JobRunner,
    private readonly history: BoardHistory,
    private readonly listings: Listings,
  ) {}

  async state(): Promise<HistoryState> {
    const { store, notes, enabled } = this.history
    const { keepAll = 'ask' } = await notes.get()
    return { enabled, board: (await this.history.board()).key, keepAll, used: await store.used() }
  }

  /** The user's answer, kept for the board. */
  async answer(keepAll: KeepAll): Promise<void> {
    await this.history.notes.update({ keepAll })
  }

  /** Takes the contents of all files that are not known yet. `not-available` when the history is switched off. */
  take(stop: StopChoice): Promise<TakeResult> {
    if (!this.history.enabled)
      return Promise.reject(new AppError('not-available', t('The history of boards is switched off in the settings')))
    return this.runner.withBoard({ name: t('Keeping a copy of all files'), stop }, async (job) =>
      takeTree(this.history, job, '/', await readBoardTree(job, '/', makeExcludes(MOUNTS)), MOUNTS),
    )
  }

  /** Saves an old version onto the board, with the folders that it needs. `not-found` when its contents are not kept any more. */
  async restoreFile(sha256: string, path: string, stop: StopChoice, expected?: string): Promise<SaveResult> {
    const bytes = await readKept(this.history, sha256)
    return this.runner.withBoard({ name: t('Restoring {{path}}', { path: baseName(path) }), stop }, async (job) => {
      const onProgress = (done: number, total?: number): void => job.progress({ done, total, unit: 'bytes' })
      const made: string[] = []
      const need = async (folder: string): Promise<void> => {
        if (folder === '/' || (await job.files.stat(folder)) !== null) return
        await need(parentBoardPath(folder))
        await job.files.makeFolder(folder)
        made.push(folder)
      }
      try {
        await need(parentBoardPath(path))
        return await saveKept(job, this.history, path, bytes, { onProgress, expected })
      } finally {
        this.listings.changed(parentBoardPath(path), ...made.map(parentBoardPath))
      }
    })
  }
}

/** `not-found` when the contents are not kept any more. */
export async function readKept({ store }: Pick<BoardHistory, 'store'>, sha256: string): Promise<Uint8Array> {
  const bytes = await store.read(sha256)
  if (bytes !== undefined) return bytes
  throw new AppError('not-found', t('This version is not kept any more'), { sha256 })
}
