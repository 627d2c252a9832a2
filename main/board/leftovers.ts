import type { BoardEntry, Leftover, LeftoverRepair, StopChoice } from '../../shared/board'
import { baseName, isBoardPath, parentBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { isTemporaryName, targetOfTemporary, temporaryPath } from '../protocol/temporaryName'
import type { BoardHistory } from './boardHistory'
import { readKept } from './historyJobs'
import type { JobRunner } from './jobRunner'
import type { Listings } from './listings'
import { saveKept } from './safeSave'
import type { SessionParts } from './sessionParts'

/** Copies that interrupted saves left on one board: noticed in its listings, at no cost, and repaired as the user says. */
export class Leftovers {
  private readonly found = new Map<string, Leftover>()
  /** What the user wants to lie where it is. */
  private readonly settled = new Set<string>()

  constructor(
    private readonly parts: SessionParts,
    private readonly runner: JobRunner,
    private readonly listings: Listings,
    private readonly history: BoardHistory,
  ) {}

  /** A folder was listed: what lies in it is told, and what is gone is not any more. */
  async noteListing(folder: string, entries: readonly BoardEntry[]): Promise<void> {
    for (const path of [...this.found.keys()]) if (parentBoardPath(path) === folder) this.found.delete(path)
    for (const { kind, name, path, size } of entries) {
      if (kind !== 'file' || !isTemporaryName(name) || this.settled.has(path)) continue
      const target = await this.targetOf(path, entries)
      const canResume = target !== undefined && (await this.intended(target)) !== undefined
      this.found.set(path, { path, size, canResume, ...(target === undefined ? {} : { target }) })
    }
    this.tell()
  }

  /** See `board.repairLeftovers` in the contract. Answers what is left. `not-available` for a `resume` of what can't be resumed. */
  async repair(paths: readonly string[], repair: LeftoverRepair, stop: StopChoice): Promise<Leftover[]> {
    const chosen = paths.map((path) => this.found.get(path)).filter((leftover) => leftover !== undefined)
    switch (repair) {
      case 'keep':
        for (const { path } of chosen) this.settle(path)
        break
      case 'remove':
        await this.remove(chosen, stop)
        break
      case 'resume':
        await this.resume(chosen, stop)
        break
      default:
        repair satisfies never
    }
    this.tell()
    return [...this.found.values()]
  }

  private async remove(leftovers: readonly Leftover[], stop: StopChoice): Promise<void> {
    if (leftovers.length === 0) return
    await this.runner.withBoard({ name: t('Removing leftovers'), stop }, async ({ files, signal }) => {
      for (const { path } of leftovers) {
        if ((await files.stat(path))?.kind === 'file') await files.remove([path], { signal })
        this.found.delete(path)
        this.listings.changed(parentBoardPath(path))
      }
    })
  }

  private async resume(leftovers: readonly Leftover[], stop: StopChoice): Promise<void> {
    for (const { path, target } of leftovers) {
      const sha256 = target === undefined ? undefined : await this.intended(target)
      if (target === undefined || sha256 === undefined)
        throw new AppError('not-available', t('What {{path}} was to become is not known any more', { path }), { path })
      const bytes = await readKept(this.history, sha256)
      await this.runner.withBoard({ name: t('Saving {{name}}', { name: baseName(target) }), stop }, async (job) => {
        const onProgress = (done: number, total?: number): void => job.progress({ done, total, unit: 'bytes' })
        await saveKept(job, this.history, target, bytes, { onProgress })
        // The save used this very file where the names agree; else it still lies there.
        if ((await job.files.stat(path))?.kind === 'file') await job.files.remove([path], { signal: job.signal })
        this.found.delete(path)
        this.listings.changed(parentBoardPath(target))
      })
    }
  }

  private settle(path: string): void {
    this.settled.add(path)
    this.found.delete(path)
  }

  private tell(): void {
    const leftovers = [...this.found.values()]
    if (JSON.stringify(leftovers) !== JSON.stringify(this.parts.status.snapshot().leftovers)) this.parts.status.note({ leftovers })
  }

  /** The contents that a save was about to write there, if it was not finished and they are kept. */
  private async intended(target: string): Promise<string | undefined> {
    const { store, enabled } = this.history
    if (!enabled) return undefined
    const { key } = await this.history.board()
    const { sha256 } = (await store.unfinished(key, target)) ?? {}
    return sha256 !== undefined && (await this.history.isKept(sha256)) ? sha256 : undefined
  }

  /** The file that the copy was to become. Where its name doesn't say: the one whose name gives this very name for its copy. */
  private async targetOf(path: string, siblings: readonly BoardEntry[]): Promise<string | undefined> {
    const named = targetOfTemporary(path)
    if (named !== undefined) return named
    const known = await this.history.store.files((await this.history.board()).key)
    const candidates = [...siblings.map((entry) => entry.path), ...known.map((file) => file.path)]
    return candidates.find((candidate) => isBoardPath(candidate) && temporaryPath(candidate) === path)
  }
}
