import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { BackupManifest, MANIFEST_NAME } from '../../shared/backup'
import { isEntryName } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** The folder inside the zip that holds the board's files. */
export const FILES_FOLDER = 'files'
/** A zip larger than this (bytes) is none of ours. */
export const MAX_BACKUP = 512 * 1024 * 1024
/** Bytes of one file, and of the list of files. */
const MAX_ENTRY = 32 * 1024 * 1024

/**
 * A backup, held in memory. Everything in it was made by somebody else: names are checked against leading out, sizes before anything is
 * unpacked, contents against the hashes of the list.
 */
export class Backup {
  private readonly files: Map<string, { size: number; sha256: string }>

  private constructor(
    private readonly zip: Uint8Array,
    readonly manifest: BackupManifest,
  ) {
    this.files = new Map(manifest.files.map(({ path, size, sha256 }) => [path, { size, sha256 }]))
  }

  /** Throws `not-available` for what is no backup, `invalid-path` for names that lead elsewhere, `too-large`. */
  static from(zip: Uint8Array, file: string): Backup {
    const manifest = manifestOf(unpack(zip, MANIFEST_NAME, file), file)
    const paths = [...manifest.files.map(({ path }) => path), ...manifest.folders]
    for (const path of [...paths, ...namesIn(zip, file)]) {
      if (!path.replace(/\/$/, '').split('/').every(isEntryName) || path.includes('\\')) {
        throw new AppError(
          'invalid-path',
          t('The backup {{file}} has a name that leads elsewhere: {{path}}', { file, path: path.slice(0, 100) }),
          {
            path: path.slice(0, 200),
          },
        )
      }
    }
    if (new Set(paths).size !== paths.length) throw notABackup(file)
    const large = manifest.files.find(({ size }) => size > MAX_ENTRY)
    if (large !== undefined) throw tooLarge(large.path)
    return new Backup(zip, manifest)
  }

  /** The contents, as the board had them: `hash-mismatch` for what the list's hash disproves, `not-found`. */
  read(path: string): Uint8Array {
    const listed = this.files.get(path)
    if (listed === undefined) throw new AppError('not-found', t('{{path}} is not in the backup', { path }), { path })
    const bytes = unpack(this.zip, `${FILES_FOLDER}/${path}`, path)
    if (bytes === undefined) throw new AppError('not-found', t('{{path}} is not in the backup', { path }), { path })
    if (createHash('sha256').update(bytes).digest('hex') === listed.sha256) return bytes
    throw new AppError('hash-mismatch', t('{{path}} in the backup is damaged', { path }), { path })
  }
}

function manifestOf(bytes: Uint8Array | undefined, file: string): BackupManifest {
  if (bytes === undefined) throw notABackup(file)
  try {
    return BackupManifest.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (thrown) {
    throw notABackup(file, thrown)
  }
}

/** One file of a zip; undefined when it isn't in it. */
function unpack(zip: Uint8Array, name: string, file: string): Uint8Array | undefined {
  const found: string[] = []
  const unpacked = inZip(file, () =>
    unzipSync(zip, {
      filter(entry) {
        if (found.length > 0 || entry.name !== name) return false
        if (entry.originalSize > MAX_ENTRY) throw tooLarge(name)
        found.push(name)
        return true
      },
    }),
  )
  return found.length > 0 ? unpacked[name] : undefined
}

function namesIn(zip: Uint8Array, file: string): string[] {
  const names: string[] = []
  inZip(file, () =>
    unzipSync(zip, {
      filter({ name }) {
        names.push(name)
        return false
      },
    }),
  )
  return names
}

function inZip<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : notABackup(file, thrown)
  }
}

function notABackup(file: string, cause?: unknown): AppError {
  return new AppError('not-available', t('{{file}} is no backup of a board, or it is damaged', { file }), { path: file }, { cause })
}

function tooLarge(path: string): AppError {
  return new AppError('too-large', t('{{path}} in the backup is too large for a board', { path }), { path, limit: MAX_ENTRY })
}
