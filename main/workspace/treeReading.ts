import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { isTemporaryName } from './atomicWrite'

/** A file or folder below the one that was read. */
export interface DiskTreeEntry {
  /** Below the folder, parts joined by `/`, without one in front. */
  path: string
  kind: 'file' | 'folder'
  /** Bytes; 0 for a folder. */
  size: number
  /** Milliseconds since 1970. */
  mtime: number
}

/** How a tree is read. */
export interface TreeOptions {
  /** True: left out, with all below it. */
  isExcluded: (path: string, kind: 'file' | 'folder') => boolean
  signal?: AbortSignal
}

/** More in one tree are a mistake: the wrong folder was chosen. */
const MAX_ENTRIES = 10_000
const MAX_DEPTH = 40

/**
 * All below a folder, parents first. Links to files count as files; links to folders are left out, as they may lead round in circles, and so
 * are devices and sockets. `excluded` counts what `isExcluded` left out. `too-large` beyond 10,000 entries or 40 levels; else the system's errors.
 */
export async function readTree(top: string, { isExcluded, signal }: TreeOptions): Promise<{ entries: DiskTreeEntry[]; excluded: number }> {
  const entries: DiskTreeEntry[] = []
  let excluded = 0
  const walk = async (folder: string, below: string, depth: number): Promise<void> => {
    if (depth > MAX_DEPTH) throw new AppError('too-large', t('{{path}} lies too deep', { path: folder }), { path: folder })
    for (const name of (await readdir(folder)).sort()) {
      signal?.throwIfAborted()
      if (isTemporaryName(name)) continue
      const full = path.join(folder, name)
      const found = await kindOf(full)
      if (found === undefined) continue
      const relative = below === '' ? name : `${below}/${name}`
      if (isExcluded(relative, found.kind)) {
        excluded += 1
        continue
      }
      entries.push({ path: relative, ...found })
      if (entries.length > MAX_ENTRIES) {
        const text = t('More than {{most}} files and folders can’t be copied at once', { most: MAX_ENTRIES })
        throw new AppError('too-large', text, { limit: MAX_ENTRIES })
      }
      if (found.kind === 'folder') await walk(full, relative, depth + 1)
    }
  }
  await walk(top, '', 0)
  return { entries, excluded }
}

/** The SHA-256 of a file, read in pieces. Throws `not-available` for what is no ordinary file, else the system's errors. */
export async function hashFile(file: string): Promise<{ sha256: string; size: number; mtime: number }> {
  // Not blocking: a pipe without a writer would make the opening wait for ever.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw new AppError('not-available', t('{{path}} is not an ordinary file', { path: file }), { path: file })
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of handle.createReadStream({ autoClose: false })) {
      hash.update(piece as Uint8Array)
      size += (piece as Uint8Array).length
    }
    return { sha256: hash.digest('hex'), size, mtime: facts.mtimeMs }
  } finally {
    await handle.close()
  }
}

async function kindOf(full: string): Promise<Omit<DiskTreeEntry, 'path'> | undefined> {
  try {
    const entry = await lstat(full)
    const facts = entry.isSymbolicLink() ? await stat(full) : entry
    if (facts.isFile()) return { kind: 'file', size: facts.size, mtime: facts.mtimeMs }
    if (entry.isDirectory()) return { kind: 'folder', size: 0, mtime: facts.mtimeMs }
    return undefined
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ELOOP') return undefined // went away meanwhile, or a link that leads nowhere
    throw thrown
  }
}
