import type { SaveResult } from '../../shared/board'
import { hasCode, AppError } from '../../shared/errors'
import type { TreeEntry } from '../protocol/treeListing'
import type { BoardHistory } from './boardHistory'
import type { BoardJob } from './jobRunner'

/** What a save may be told. */
export interface SafeSaveOptions {
  onProgress: (done: number, total?: number) => void
  /** The SHA-256 that the file on the board should still have. */
  expected?: string | undefined
  /** What is there, where that was listed just now; null: nothing. */
  known?: TreeEntry | null
}

/**
 * The safe save, with the version that it replaces in the history first. Says which version the file holds when the port vanishes in the
 * middle: `port-gone` carries `{ path, holds: 'old' | 'unknown' }`.
 */
export async function saveKept(
  job: BoardJob,
  history: BoardHistory,
  path: string,
  bytes: Uint8Array,
  { onProgress, expected, known }: SafeSaveOptions,
): Promise<SaveResult> {
  const notKept = await keptBefore(path, () => history.keepOld(job, path, 'before-save', known))
  await history.noteSent(path, bytes)
  const result = await save(job, path, bytes, onProgress, expected)
  await history.noteSaved(path, result.sha256, result.size)
  return notKept === undefined ? result : { ...result, notKept }
}

/** While the old version is read nothing of the new one has been sent. */
async function keptBefore<T>(path: string, keep: () => Promise<T>): Promise<T> {
  try {
    return await keep()
  } catch (thrown) {
    if (!hasCode(thrown, 'port-gone')) throw thrown
    throw new AppError('port-gone', thrown.message, { ...thrown.details, path, holds: 'old' }, { cause: thrown })
  }
}

async function save(
  { files, firmware, signal }: BoardJob,
  path: string,
  bytes: Uint8Array,
  onProgress: (done: number, total?: number) => void,
  expected: string | undefined,
): Promise<SaveResult> {
  let sent = 0
  try {
    return await files.writeFile(path, bytes, {
      ...(expected === undefined ? {} : { expected }),
      signal,
      onProgress: (done: number, total?: number) => {
        sent = done
        onProgress(done, total)
      },
    })
  } catch (thrown) {
    if (!hasCode(thrown, 'port-gone')) throw thrown
    // Until the last byte was sent nothing can have been renamed; from then on only the board knows.
    // Firmware that can't rename writes in place.
    const holds = firmware.hasRename && sent < bytes.length ? 'old' : 'unknown'
    throw new AppError('port-gone', thrown.message, { ...thrown.details, path, holds }, { cause: thrown })
  }
}
