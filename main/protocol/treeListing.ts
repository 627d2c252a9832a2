import { isBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type AnswerLine, ask, count } from './boardAnswer'
import { entryNameOf, entryPathOf } from './entryName'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'
import { treeScript } from './treeScript'

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
  /** Files come with their SHA-256, where the firmware has it. One that can't be read comes without. */
  hashes: boolean
  /** Names with `*`: what has one of them is left out, with all below it, and is not read. */
  excludes?: readonly string[]
  signal?: AbortSignal
  /** Entries so far. */
  onProgress?: (found: number) => void
}

const MAX_ENTRIES = 10_000
const MAX_LEVELS = 40
const HASH = /^[0-9a-f]{64}$/

/**
 * All below a folder of the board, a folder before what is in it, in one round trip. Entries with impossible names are left out, with all below them.
 * Throws `too-large` beyond 10,000 entries or 40 levels, and what the board's error stands for when a folder can't be listed.
 */
export async function listBoardTree(repl: RawRepl, firmware: Firmware, path: string, options: TreeListingOptions): Promise<TreeEntry[]> {
  const { platform, hasCrc32, hasFolders, hasBinascii, hasHash } = firmware
  const script = treeScript(path, {
    hashes: options.hashes && hasHash,
    excludes: options.excludes ?? [],
    mostEntries: MAX_ENTRIES,
    mostLevels: MAX_LEVELS,
    hasFolders,
    hasBinascii,
  })
  let found = 0
  const lines = await ask(repl, script, {
    path,
    platform,
    hasCrc32,
    signal: options.signal,
    onLine(line) {
      if (line.startsWith('~E ')) options.onProgress?.((found += 1))
    },
  })
  return entriesOf(lines, path)
}

function entriesOf(lines: readonly AnswerLine[], top: string): TreeEntry[] {
  const entries: TreeEntry[] = []
  let folder: string | undefined
  for (const line of lines) {
    if (line.kind === 'L')
      throw new AppError('too-large', t('{{path}} holds too many files and folders', { path: top }), { path: top, limit: MAX_ENTRIES })
    if (line.kind === 'D') folder = entryPathOf(line.fields[0])
    if (line.kind !== 'E' || folder === undefined) continue
    const name = entryNameOf(line.fields[0])
    const path = name === undefined ? undefined : folder === '/' ? `/${name}` : `${folder}/${name}`
    if (path === undefined || !isBoardPath(path)) continue
    const kind = count(line, 1) === 1 ? 'folder' : 'file'
    const hash = line.fields[3] ?? ''
    entries.push({ path, kind, size: kind === 'folder' ? 0 : count(line, 2), ...(HASH.test(hash) ? { sha256: hash } : {}) })
  }
  return entries
}
