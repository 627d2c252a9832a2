import type { StopChoice } from '../../shared/board'
import { isBoardPath, isWithin } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { SyncEntry, SyncSource, UnusableReason } from '../../shared/sync'
import type { TreeRecord } from '../history/historyRecord'
import type { HistoryStore } from '../history/historyStore'
import { type Excludes, makeExcludes } from './excludes'
import type { OpenSource, PlanSource } from './syncSource'
import type { SyncTree } from './syncTree'

/** A board as it was. */
export class SnapshotSource implements PlanSource, OpenSource {
  readonly session = undefined
  readonly writable = undefined
  readonly excludes: Excludes

  private constructor(
    private readonly store: HistoryStore,
    private readonly name: string,
    private readonly record: TreeRecord,
  ) {
    this.excludes = makeExcludes(record.excludes)
  }

  /** `not-found` when there is no such snapshot. */
  static async at(store: HistoryStore, board: string, id: string): Promise<SnapshotSource> {
    const record = await store.snapshot(board, id)
    if (record === undefined) throw new AppError('not-found', t('This snapshot is not there any more'), { snapshot: id })
    const name = (await store.boards()).find(({ key }) => key === board)?.name ?? board
    return new SnapshotSource(store, name, record)
  }

  get about(): SyncSource {
    return { kind: 'snapshot', board: this.name, at: this.record.at }
  }

  open<T>(_name: string, _stop: StopChoice, work: (source: OpenSource) => Promise<T>): Promise<T> {
    return work(this)
  }

  async tree(): Promise<SyncTree> {
    const { files, folders } = this.record
    const entries = new Map<string, SyncEntry>()
    const unusable = new Map<string, UnusableReason>()
    for (const folder of folders) {
      const below = this.below(folder)
      if (below !== undefined) entries.set(below, { kind: 'folder', size: 0 })
    }
    for (const { path, size, sha256 } of files) {
      const below = this.below(path)
      if (below === undefined) continue
      entries.set(below, { kind: 'file', size, sha256 })
      if ((await this.store.has(sha256)) === undefined) unusable.set(below, 'not-kept')
    }
    return { entries, unusable, excluded: 0 }
  }

  async read(below: string): Promise<Uint8Array> {
    const { folder, files } = this.record
    const path = folder === '/' ? `/${below}` : `${folder}/${below}`
    const bytes = await this.store.read(files.find((file) => file.path === path)?.sha256 ?? '')
    if (bytes === undefined) throw new AppError('not-found', t('This version is not kept any more'), { path: below })
    return bytes
  }

  private below(path: string): string | undefined {
    const { folder } = this.record
    if (!isBoardPath(path) || path === folder || !isWithin(folder, path)) return undefined
    return path.slice(folder === '/' ? 1 : folder.length + 1)
  }
}
