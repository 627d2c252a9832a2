import { type BackupContents, type BackupManifest, type BackupResult, MANIFEST_NAME } from '../../shared/backup'
import type { StopChoice } from '../../shared/board'
import { AppError } from '../../shared/errors'
import type { NotKept } from '../../shared/history'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { FILES_FOLDER, MAX_BACKUP } from '../archive/backupReading'
import { ZipWriter } from '../archive/zipWriting'
import { sha256Of } from '../protocol/fileReading'
import { openBackup } from './backupSource'
import { type BoardHistory, readIfPossible } from './boardHistory'
import { boardPathOf, readBoardTree } from './boardTree'
import type { SyncDisk } from './computerSource'
import { MOUNTS, makeExcludes } from './excludes'
import type { BoardJob, JobRunner } from './jobRunner'
import type { SessionParts } from './sessionParts'
import type { SyncTree } from './syncTree'
import { noteTree } from './treeHistory'

/** Makes backups of a board: a zip with all its files, and a list of what they are. */
export class BackupJobs {
  constructor(
    private readonly parts: SessionParts,
    private readonly runner: JobRunner,
    private readonly disk: SyncDisk,
    private readonly history: BoardHistory,
  ) {}

  /** See `backup.create` in the contract. Called off or failed, the file on the computer is as before. */
  create(folder: string, file: string, stop: StopChoice): Promise<BackupResult> {
    return this.runner.withBoard({ name: t('Backing up {{path}}', { path: folder }), stop }, async (job) => {
      const tree = await readBoardTree(job, folder, makeExcludes(MOUNTS))
      if (!tree.isThere) throw new AppError('not-found', t('{{path}} is not on the board any more', { path: folder }), { path: folder })
      const bytes = [...tree.entries.values()].reduce((sum, { size }) => sum + size, 0)
      if (bytes > MAX_BACKUP)
        throw new AppError('too-large', t('{{path}} is too large for a backup', { path: folder }), { path: folder, limit: MAX_BACKUP })
      const result: BackupResult = { file, size: 0, files: 0, folders: 0, bytes: 0, proven: 0, left: [] }
      await this.disk.writeInPieces(file, async (write) => {
        const zip = new ZipWriter(write)
        const manifest = await this.fill(zip, job, folder, tree, bytes, result)
        await zip.add(MANIFEST_NAME, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`), manifest.at)
        await zip.end()
        result.size = zip.size
      })
      await noteTree(this.history, folder, tree, 'backup', MOUNTS)
      return result
    })
  }

  private async fill(
    zip: ZipWriter,
    job: BoardJob,
    folder: string,
    { entries }: SyncTree,
    total: number,
    result: BackupResult,
  ): Promise<BackupManifest> {
    const at = this.parts.clock.now()
    const { machine, implementation, version, uniqueId } = job.firmware
    const board = {
      name: portName(this.parts.status.port),
      machine,
      implementation,
      version,
      ...(uniqueId === undefined ? {} : { uniqueId }),
    }
    const manifest: BackupManifest = { format: 1, at, board, folder, files: [], folders: [] }
    for (const [below, { kind, size, sha256: listed }] of entries) {
      job.signal.throwIfAborted()
      if (kind === 'folder') {
        manifest.folders.push(below)
        await zip.add(`${FILES_FOLDER}/${below}/`, new Uint8Array(), at)
        result.folders += 1
        continue
      }
      const path = boardPathOf(folder, below)
      const bytes = await readIfPossible(job, path)
      if (bytes === undefined) {
        result.left.push({ path, size, why: 'unreadable' } satisfies NotKept)
        continue
      }
      const sha256 = sha256Of(bytes)
      // Reading compared it with the hash that the board made while it read; the listing's is another.
      if (job.firmware.hasHash && sha256 === listed) result.proven += 1
      manifest.files.push({ path: below, size: bytes.length, sha256 })
      await zip.add(`${FILES_FOLDER}/${below}`, bytes, at)
      result.files += 1
      result.bytes += bytes.length
      job.progress({ done: Math.min(result.bytes, total), total, unit: 'bytes' })
    }
    return manifest
  }
}

/** What a zip holds; each file is unpacked and compared with its hash. Throws as `Backup` does. */
export async function inspectBackup(disk: Pick<SyncDisk, 'readFile'>, file: string): Promise<BackupContents> {
  const backup = await openBackup(disk, file)
  const { files, ...manifest } = backup.manifest
  for (const { path } of files) backup.read(path)
  const { format, at, board, folder } = manifest
  return { manifest: { format, at, board, folder }, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
}
