import type { BoardEntry } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** A file or folder of a board, with its hash where it was asked for and could be had. `path` is absolute. */
export interface TreeEntry {
  path: string
  kind: 'file' | 'folder'
  /** Bytes; 0 for a folder. */
  size: number
  sha256?: string
}

/** How a tree is listed. */
export interface TreeListingOptions {
  /** Files come with their SHA-256. One that can't be read comes without. */
  hashes: boolean
  /** Names with `*`: what has one of them is left out, with all below it. */
  excludes?: readonly string[]
  signal?: AbortSignal
  /** Entries so far. */
  onProgress?: (found: number) => void
}

/** What the listing asks of the board. */
interface Listable {
  list(path: string): Promise<BoardEntry[]>
  hash(path: string, signal?: AbortSignal): Promise<string | null>
}

const MAX_ENTRIES = 10_000
const MAX_DEPTH = 40

/** All below a folder of the board, a folder before what is in it. `too-large` beyond 10,000 entries or 40 levels. */
export async function listBoardTree(
  files: Listable,
  top: string,
  { hashes, excludes = [], signal, onProgress }: TreeListingOptions,
): Promise<TreeEntry[]> {
  const patterns = excludes.map(patternOf)
  const found: TreeEntry[] = []
  const walk = async (folder: string, depth: number): Promise<void> => {
    if (depth > MAX_DEPTH) throw new AppError('too-large', t('{{path}} lies too deep', { path: folder }), { path: folder })
    for (const { name, path, kind, size } of await files.list(folder)) {
      signal?.throwIfAborted()
      if (patterns.some((pattern) => pattern.test(name))) continue
      const sha256 = hashes && kind === 'file' ? await hashOf(files, path, signal) : undefined
      found.push({ path, kind, size, ...(sha256 === undefined ? {} : { sha256 }) })
      if (found.length > MAX_ENTRIES) {
        const text = t('More than {{most}} files and folders can’t be copied at once', { most: MAX_ENTRIES })
        throw new AppError('too-large', text, { limit: MAX_ENTRIES })
      }
      onProgress?.(found.length)
      if (kind === 'folder') await walk(path, depth + 1)
    }
  }
  await walk(top, 0)
  return found
}

async function hashOf(files: Listable, path: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  try {
    return (await files.hash(path, signal)) ?? undefined
  } catch (thrown) {
    if (hasCode(thrown, 'port-gone', 'cancelled', 'timeout', 'no-prompt')) throw thrown
    return undefined
  }
}

function patternOf(glob: string): RegExp {
  return new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'u')
}
