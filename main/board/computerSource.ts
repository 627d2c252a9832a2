import path from 'node:path'
import type { StopChoice } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { SyncEntry, SyncSource } from '../../shared/sync'
import type { Workspace } from '../workspace/workspace'
import { type Excludes, IGNORE_FILE, linesOf, makeExcludes } from './excludes'
import type { SyncState } from './syncStates'
import { parentsOf, type SyncTree } from './syncTree'
import type { OpenSource, PlanSource, WritableSource } from './syncSource'

/** The part of the computer's file system that plans and backups need. */
export type SyncDisk = Pick<Workspace, 'tree' | 'hashFile' | 'readFile' | 'writeFile' | 'makeFolder' | 'writeInPieces'>

/** The hashes of files that did not change since; shared with what is remembered of the two folders. */
type Hashes = SyncState['hashes']

/** A folder of the computer. */
export class ComputerSource implements PlanSource, OpenSource, WritableSource {
  readonly session = undefined
  readonly writable = this

  private constructor(
    private readonly disk: SyncDisk,
    readonly folder: string,
    readonly excludes: Excludes,
    /** Hashes that need not be computed again, by path. */
    private known: Map<string, Hashes[string]>,
  ) {}

  /** Reads the folder's own excludes. `not-found` when it isn't there, `forbidden` when the user did not choose it. */
  static async at(disk: SyncDisk, folder: string, patterns: readonly string[], hashes: Hashes): Promise<ComputerSource> {
    const own = await ignoreFileIn(disk, folder)
    return new ComputerSource(disk, folder, makeExcludes([...patterns, ...linesOf(own)]), new Map(Object.entries(hashes)))
  }

  get about(): SyncSource {
    return { kind: 'computer', folder: this.folder }
  }

  /** Of the files as they were found last. */
  hashes(): Hashes {
    return Object.fromEntries(this.known)
  }

  open<T>(_name: string, _stop: StopChoice, work: (source: OpenSource) => Promise<T>): Promise<T> {
    return work(this)
  }

  async tree(signal: AbortSignal): Promise<SyncTree> {
    const found = await this.disk.tree(this.folder, { isExcluded: this.excludes.isExcluded, signal })
    const entries = new Map<string, SyncEntry>()
    const known = this.known
    this.known = new Map()
    for (const { path: below, kind, size, mtime } of found.entries) {
      signal.throwIfAborted()
      if (kind === 'folder') {
        entries.set(below, { kind, size: 0 })
        continue
      }
      const before = known.get(below)
      const facts = before?.size === size && before.mtime === mtime ? before : await this.hash(below)
      if (facts !== undefined) this.known.set(below, facts)
      entries.set(below, { kind, mtime, size, ...facts })
    }
    return { entries, excluded: found.excluded, unusable: new Map() }
  }

  async read(below: string): Promise<Uint8Array> {
    return (await this.disk.readFile(this.pathOf(below))).bytes
  }

  async write(below: string, bytes: Uint8Array, before: SyncEntry | null): Promise<void> {
    if (before === null && (await this.isThere(below)))
      throw new AppError('changed-elsewhere', t('{{path}} changed since the plan was made', { path: below }), { path: below })
    for (const parent of parentsOf(below)) await this.makeFolder(parent)
    const { mtime } = await this.disk.writeFile(this.pathOf(below), bytes, before?.mtime)
    const facts = await this.disk.hashFile(this.pathOf(below))
    if (facts.mtime === mtime) this.known.set(below, facts)
  }

  /** Nothing happens when it is there. */
  async makeFolder(below: string): Promise<void> {
    try {
      await this.disk.makeFolder(this.pathOf(below))
    } catch (thrown) {
      if (!hasCode(thrown, 'exists')) throw thrown
    }
  }

  private async isThere(below: string): Promise<boolean> {
    try {
      await this.disk.hashFile(this.pathOf(below))
      return true
    } catch (thrown) {
      if (hasCode(thrown, 'not-found', 'not-a-folder')) return false
      throw thrown
    }
  }

  /** A file that can't be read stays in the plan, without a hash. */
  private async hash(below: string): Promise<{ size: number; mtime: number; sha256: string } | undefined> {
    try {
      return await this.disk.hashFile(this.pathOf(below))
    } catch (thrown) {
      if (hasCode(thrown, 'permission', 'forbidden', 'not-available', 'not-found')) return undefined
      throw thrown
    }
  }

  private pathOf(below: string): string {
    const full = path.join(this.folder, ...below.split('/'))
    // The board's names were checked before they came here; this is the last door.
    if (!full.startsWith(path.join(this.folder, path.sep)))
      throw new AppError('invalid-path', t('{{path}} leads out of the folder', { path: below }), { path: below })
    return full
  }
}

async function ignoreFileIn(disk: SyncDisk, folder: string): Promise<string> {
  try {
    return new TextDecoder().decode((await disk.readFile(path.join(folder, IGNORE_FILE))).bytes)
  } catch (thrown) {
    if (hasCode(thrown, 'not-found')) return ''
    throw thrown
  }
}
