import { constants } from 'node:fs'
import { lstat, mkdir, open, realpath, rename, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Clock, systemClock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import type { BrowsedFolder, TreeCount, WorkspaceEntry } from '../../shared/workspace'
import { writeAtomic, writeAtomicInPieces } from './atomicWrite'
import { countTree, listFolder } from './folderListing'
import { FolderWatcher } from './folderWatcher'
import { withFsErrors } from './fsErrors'
import { Grants, requireAbsolute } from './grants'
import { type DiskTreeEntry, type TreeOptions, hashFile, readTree } from './treeReading'

/** Files larger than this (bytes) are neither read nor written: they don't belong into an editor or onto a board. */
export const MAX_FILE_SIZE = 32 * 1024 * 1024

/** How the workspace is set up. */
export interface WorkspaceOptions {
  /** Where the user's choices are remembered. */
  grantsFile: string
  clock?: Clock
  /** True: everything on the disk is within reach, for a user who names files by hand. */
  wholeDisk?: boolean
  /** Moves files and folders to the system's bin; the `trash` package when absent. */
  trash?: (paths: string[]) => Promise<void>
}

/**
 * The user's own files. Only what the user chose (`grant`) is within reach, links followed: everything else is `forbidden`.
 * Paths are absolute, in the system's form. Failures are AppErrors with `{ path }`.
 */
export class Workspace implements Disposable {
  private readonly grants: Grants
  private readonly watcher: FolderWatcher
  private readonly moveToBin: (paths: string[]) => Promise<void>
  /** Something changed in a folder that was listed; `path` is the one it was listed by. */
  readonly onChange

  constructor({ grantsFile, clock = systemClock, wholeDisk = false, trash = moveToSystemBin }: WorkspaceOptions) {
    this.grants = new Grants(grantsFile, wholeDisk)
    this.watcher = new FolderWatcher(clock)
    this.moveToBin = trash
    this.onChange = this.watcher.onChange
  }

  /** The user chose this folder (with all below it) or file; remembered from now on. */
  async grant(chosen: string): Promise<void> {
    await this.grants.add(chosen)
  }

  isGranted(file: string): Promise<boolean> {
    return this.grants.covers(file)
  }

  /** One level of a folder, which is watched from then on. */
  async list(folder: string): Promise<{ entries: WorkspaceEntry[] }> {
    await this.grants.require(folder)
    const entries = await withFsErrors(folder, () => listFolder(folder))
    this.watcher.add(folder)
    return { entries }
  }

  /** All below a folder, which is not watched for that. See `readTree`. */
  async tree(folder: string, options: TreeOptions): Promise<{ entries: DiskTreeEntry[]; excluded: number }> {
    await this.grants.require(folder)
    return await withFsErrors(folder, () => readTree(folder, options))
  }

  /** The SHA-256 of a file, read in pieces. */
  async hashFile(file: string): Promise<{ sha256: string; size: number; mtime: number }> {
    await this.grants.require(file)
    return await withFsErrors(file, () => hashFile(file))
  }

  /** Makes or replaces a file of any size, whole: `fill` writes it piece by piece. When it rejects the file is as before. */
  async writeInPieces(file: string, fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>): Promise<void> {
    await this.grants.require(file)
    await withFsErrors(file, () => writeAtomicInPieces(file, fill))
  }

  /** The whole file, at most 32 MB unless told otherwise (bytes), and when it was changed last. */
  async readFile(file: string, limit = MAX_FILE_SIZE): Promise<{ bytes: Uint8Array; mtime: number }> {
    await this.grants.require(file)
    return await withFsErrors(file, async () => {
      // Not blocking: a pipe without a writer would make the opening wait for ever.
      const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
      try {
        const facts = await handle.stat()
        requireOrdinary(file, facts)
        requireSize(file, facts.size, limit)
        return { bytes: new Uint8Array(await handle.readFile()), mtime: facts.mtimeMs }
      } finally {
        await handle.close()
      }
    })
  }

  /**
   * Replaces the file, or makes it, at once and whole; its permissions stay.
   * With `expectedMtime` a file that changed since (or went away) is left alone: `changed-elsewhere`.
   */
  async writeFile(file: string, bytes: Uint8Array, expectedMtime?: number): Promise<{ mtime: number }> {
    await this.grants.require(file)
    requireSize(file, bytes.length)
    return await withFsErrors(file, async () => {
      const before = await statIfThere(file)
      if (before !== undefined) requireOrdinary(file, before)
      if (expectedMtime !== undefined && before?.mtimeMs !== expectedMtime) {
        throw new AppError('changed-elsewhere', t('{{path}} was changed by another program', { path: file }), { path: file })
      }
      // A link stays a link: the file that it leads to is replaced.
      const target = before === undefined ? file : await realpath(file)
      await writeAtomic(target, bytes, before === undefined ? undefined : before.mode & 0o7777)
      return { mtime: (await stat(target)).mtimeMs }
    })
  }

  /** Makes one folder; `exists` when the name is taken. */
  async makeFolder(folder: string): Promise<void> {
    await this.grants.require(folder)
    await withFsErrors(folder, () => mkdir(folder))
  }

  /** Renames or moves; never over something that is there: `exists`. */
  async rename(from: string, to: string): Promise<void> {
    await this.grants.requireEntry(from)
    await this.grants.requireEntry(to)
    await withFsErrors(from, async () => {
      const source = await lstat(from)
      const taken = await lstatIfThere(to)
      // On a disk that ignores case, `A.py` and `a.py` are the same file, which may be renamed to the other.
      const isSame = taken !== undefined && taken.ino === source.ino && taken.dev === source.dev && from.toLowerCase() === to.toLowerCase()
      if (taken !== undefined && !isSame) throw new AppError('exists', t('{{path}} exists already', { path: to }), { path: to })
      await rename(from, to)
    })
  }

  /** How many files and folders lie below. */
  async count(folder: string): Promise<TreeCount> {
    await this.grants.require(folder)
    return await withFsErrors(folder, () => countTree(folder))
  }

  /** Moves files and folders to the system's bin. `permission` when the system left one where it was. */
  async trash(paths: string[]): Promise<void> {
    for (const entry of paths) {
      await this.grants.requireEntry(entry)
      await withFsErrors(entry, () => lstat(entry))
    }
    const first = paths[0] ?? ''
    await withFsErrors(first, () => this.moveToBin(paths))
    for (const entry of paths) {
      if ((await lstatIfThere(entry)) !== undefined)
        throw new AppError('permission', t('{{path}} can’t be moved to the bin', { path: entry }), { path: entry })
    }
  }

  /** One level of the whole disk, for choosing what to open; the home folder when no path is given. Not limited to what was chosen. */
  async browse(folder?: string): Promise<BrowsedFolder> {
    const place = requireAbsolute(folder ?? os.homedir())
    const entries = await withFsErrors(place, () => listFolder(place))
    const parent = path.dirname(place)
    return { path: place, parent: parent === place ? null : parent, entries }
  }

  dispose(): void {
    this.watcher.dispose()
  }
}

interface Kind {
  isFile(): boolean
  isDirectory(): boolean
}

function requireOrdinary(file: string, facts: Kind): void {
  if (facts.isDirectory()) throw new AppError('is-a-folder', t('{{path}} is a folder', { path: file }), { path: file })
  if (!facts.isFile()) throw new AppError('not-available', t('{{path}} is not an ordinary file', { path: file }), { path: file })
}

function requireSize(file: string, size: number, limit = MAX_FILE_SIZE): void {
  if (size <= limit) return
  throw new AppError('too-large', t('{{path}} is larger than {{most}} MB', { path: file, most: limit / 1024 / 1024 }), { path: file, size })
}

async function statIfThere(file: string) {
  return await ifThere(() => stat(file))
}

async function lstatIfThere(file: string) {
  return await ifThere(() => lstat(file))
}

async function ifThere<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look()
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw thrown
  }
}

async function moveToSystemBin(paths: string[]): Promise<void> {
  const { default: trash } = await import('trash')
  // Names are names: a `*` in one must not match others.
  await trash(paths, { glob: false })
}
