import type { BoardEntry } from '../../shared/board'
import { isBoardPath, isWithin, joinBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { SyncEntry, UnusableReason } from '../../shared/sync'
import { MAX_FILE, sha256Of } from '../protocol/fileReading'
import type { TreeEntry } from '../protocol/treeListing'
import type { BoardJob } from './jobRunner'
import { readIfPossible } from './boardHistory'
import type { Excludes } from './excludes'
import { parentsOf, type SyncTree } from './syncTree'
import { diskName, foldName } from './transferPlan'

/** What a job needs of the board for its tree. */
type Job = Pick<BoardJob, 'files' | 'firmware' | 'signal' | 'progress'>

/** What lies below a folder of the board, which need not be there. `not-a-folder` when it is a file. */
export async function readBoardTree(job: Job, folder: string, excludes: Excludes): Promise<SyncTree & { isThere: boolean }> {
  const { files, firmware } = job
  const tree = { entries: new Map<string, SyncEntry>(), unusable: new Map<string, UnusableReason>(), excluded: 0 }
  const top = await files.stat(folder)
  if (top === null) return { ...tree, isThere: false }
  if (top.kind === 'file') throw new AppError('not-a-folder', t('{{path}} on the board is a file', { path: folder }), { path: folder })
  for (const { path, kind, size, sha256 } of await listBelow(job, folder, excludes)) {
    if (path === folder || !isWithin(folder, path) || !isBoardPath(path)) continue
    const below = path.slice(folder === '/' ? 1 : folder.length + 1)
    if (excludes.isExcluded(below, kind)) {
      tree.excluded += 1
      continue
    }
    const hash = sha256 ?? (kind === 'file' && !firmware.hasHash && size <= MAX_FILE ? await hashByReading(job, path) : undefined)
    tree.entries.set(below, { kind, size, ...(hash === undefined ? {} : { sha256: hash }) })
    if (size > MAX_FILE) tree.unusable.set(below, 'too-large')
  }
  return { ...tree, isThere: true }
}

/**
 * All below the folder. In the root, a card or the like that is left out is not read at all, which could take very long: the board itself can
 * only leave out by name.
 */
async function listBelow(job: Job, folder: string, excludes: Excludes): Promise<TreeEntry[]> {
  const { files, firmware, signal } = job
  const found: TreeEntry[] = []
  const onProgress = (done: number): void => job.progress({ done: found.length + done, unit: 'files' })
  const options = { hashes: firmware.hasHash, excludes: excludes.simple, signal, onProgress }
  const top = folder === '/' && firmware.hasFolders ? await files.list('/') : []
  const isLeftOut = ({ name, kind }: BoardEntry): boolean => kind === 'folder' && excludes.isExcluded(name, kind)
  if (!top.some(isLeftOut)) return await files.listTree(folder, options)
  for (const entry of top) {
    if (entry.kind === 'folder') found.push({ path: entry.path, kind: 'folder', size: 0 })
    else if (!excludes.isExcluded(entry.name, 'file')) {
      const sha256 = firmware.hasHash ? await files.hash(entry.path, signal) : null
      found.push({ path: entry.path, kind: 'file', size: entry.size, ...(sha256 === null ? {} : { sha256 }) })
    }
    if (entry.kind === 'folder' && !isLeftOut(entry)) found.push(...(await files.listTree(entry.path, options)))
  }
  return found
}

/** Notes in the board's tree what of the other side it could not have. */
export function checkNamesForBoard(board: SyncTree, other: SyncTree, folder: string, hasFolders: boolean): void {
  for (const [below, { kind, size }] of other.entries) {
    const isName =
      isBoardPath(folder === '/' ? `/${below}` : `${folder}/${below}`) && (hasFolders || (!below.includes('/') && kind === 'file'))
    if (!isName) board.unusable.set(below, 'name-on-board')
    else if (size > MAX_FILE) board.unusable.set(below, 'too-large')
  }
}

/** Notes in the computer's tree what of the board it could not have. */
export function checkNamesForDisk(here: SyncTree, board: SyncTree, platform: NodeJS.Platform = process.platform): void {
  const spelled = new Map<string, string>()
  for (const below of here.entries.keys()) spelled.set(foldName(below, platform), below)
  for (const below of board.entries.keys()) {
    if (![...parentsOf(below), below].every((each) => isDiskName(each.slice(each.lastIndexOf('/') + 1), platform))) {
      here.unusable.set(below, 'name-here')
      continue
    }
    const folded = foldName(below, platform)
    const other = spelled.get(folded)
    if (other !== undefined && other !== below) here.unusable.set(below, 'same-name')
    else spelled.set(folded, below)
  }
}

/** The absolute path on the board of what lies below a folder. */
export function boardPathOf(folder: string, below: string): string {
  return below.split('/').reduce((path, name) => joinBoardPath(path, name), folder)
}

async function hashByReading(job: Job, path: string): Promise<string | undefined> {
  const bytes = await readIfPossible(job, path)
  return bytes === undefined ? undefined : sha256Of(bytes)
}

function isDiskName(name: string, platform: NodeJS.Platform): boolean {
  try {
    diskName(name, platform)
    return true
  } catch (thrown) {
    if (thrown instanceof AppError) return false
    throw thrown
  }
}
