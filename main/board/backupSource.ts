import type { StopChoice } from '../../shared/board'
import type { SyncEntry, SyncSource } from '../../shared/sync'
import { Backup, MAX_BACKUP } from '../archive/backupReading'
import type { SyncDisk } from './computerSource'
import { MOUNTS, makeExcludes } from './excludes'
import type { OpenSource, PlanSource } from './syncSource'
import type { SyncTree } from './syncTree'

/** A backup in a file of the computer. It is in memory only while a job uses it. */
export class BackupSource implements PlanSource {
  readonly session = undefined
  readonly writable = undefined
  readonly excludes = makeExcludes(MOUNTS)

  private constructor(
    private readonly disk: SyncDisk,
    private readonly file: string,
    readonly about: SyncSource,
  ) {}

  /** Throws as `Backup.from` and the disk do. */
  static async at(disk: SyncDisk, file: string): Promise<BackupSource> {
    const { board, at } = (await openBackup(disk, file)).manifest
    return new BackupSource(disk, file, { kind: 'backup', file, board: board.name, at })
  }

  async open<T>(_name: string, _stop: StopChoice, work: (source: OpenSource) => Promise<T>): Promise<T> {
    const backup = await openBackup(this.disk, this.file)
    return await work({
      tree: () => Promise.resolve(treeOf(backup)),
      read: (below) => new Promise((resolve) => resolve(backup.read(below))),
    })
  }
}

/** Reads a backup and checks what it says of itself. */
export async function openBackup(disk: Pick<SyncDisk, 'readFile'>, file: string): Promise<Backup> {
  return Backup.from((await disk.readFile(file, MAX_BACKUP)).bytes, file)
}

function treeOf({ manifest }: Backup): SyncTree {
  const entries = new Map<string, SyncEntry>()
  for (const path of manifest.folders) entries.set(path, { kind: 'folder', size: 0 })
  for (const { path, size, sha256 } of manifest.files) entries.set(path, { kind: 'file', size, sha256 })
  return { entries, unusable: new Map(), excluded: 0 }
}
