import type { BoardSnapshot, NotKept, TakeResult } from '../../shared/history'
import type { BoardHistory } from './boardHistory'
import { boardPathOf } from './boardTree'
import type { BoardJob } from './jobRunner'
import type { SyncTree } from './syncTree'

/** Notes the board as it is, whether or not all contents are kept. A file without a hash is left out. */
export async function noteTree(
  history: BoardHistory,
  folder: string,
  { entries }: Pick<SyncTree, 'entries'>,
  cause: BoardSnapshot['cause'],
  excludes: readonly string[],
): Promise<void> {
  if (!history.enabled) return
  const files = [...entries].flatMap(([below, { kind, size, sha256 }]) =>
    kind === 'file' && sha256 !== undefined ? [{ path: boardPathOf(folder, below), size, sha256 }] : [],
  )
  const folders = [...entries].filter(([, { kind }]) => kind === 'folder').map(([below]) => boardPathOf(folder, below))
  await history.quietly(folder, async () => {
    await history.store.noteTree(await history.board(), { folder, cause, files, folders, excludes: [...excludes] })
  })
}

/** Takes the contents of all listed files that are not known yet, and notes the board as it is. */
export async function takeTree(
  history: BoardHistory,
  job: BoardJob,
  folder: string,
  tree: Pick<SyncTree, 'entries'>,
  excludes: readonly string[],
): Promise<TakeResult> {
  const notKept: NotKept[] = []
  let files = 0
  let read = 0
  for (const [below, { kind, size, sha256 }] of tree.entries) {
    job.signal.throwIfAborted()
    if (kind === 'folder') continue
    const path = boardPathOf(folder, below)
    files += 1
    job.progress({ done: files, total: tree.entries.size, unit: 'files' })
    if (sha256 !== undefined && (await history.isKept(sha256))) continue
    const failed = await history.keepOld(job, path, 'seen', { path, kind, size, ...(sha256 === undefined ? {} : { sha256 }) })
    if (failed === undefined) read += 1
    else notKept.push(failed)
  }
  await noteTree(history, folder, tree, 'listing', excludes)
  return { files, read, notKept }
}
