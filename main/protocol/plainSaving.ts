import type { SaveResult } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { copyOnBoard } from './copying'
import { type TransferOptions, readBoardFile } from './fileReading'
import { statOnBoard } from './fileStat'
import { temporaryPath } from './temporaryName'
import { type SavePlace, discardCopy, withCopy, writeProven } from './textSaving'

/** What stood in a file goes back there, if it can be done at all. */
const RESTORE_TRIES = 3

/**
 * A save on firmware that can't rename (the micro:bit's first): the copy is written beside the target and proven, then the board itself copies it over the
 * target and compares the two, so that no cable can harm the file. `leftover` as in `saveAsText`. Where there is no room for both, the target
 * is overwritten: its old contents are read first, and put back when the new ones fail; then `restored` in the error's details says whether that
 * was proven too.
 */
export async function saveWithoutRename(place: SavePlace, bytes: Uint8Array, options: TransferOptions): Promise<SaveResult> {
  const { repl, firmware, path } = place
  const copy = temporaryPath(path)
  try {
    return await withCopy(place, copy, options.signal, async () => {
      const sha256 = await writeProven(place, copy, bytes, options)
      options.signal?.throwIfAborted()
      await copyOnBoard(repl, firmware, copy, path)
      await discardCopy(place, copy, false)
      return { path, size: bytes.length, sha256, proven: true }
    })
  } catch (thrown) {
    if (!hasCode(thrown, 'no-space')) throw thrown
    // The board has emptied the target for its copy already: without the copy there is room.
    const isEmptied = thrown.details.leftover === copy
    const old = isEmptied ? undefined : await contents(place)
    if (!isEmptied && old === undefined) throw thrown
    await discardCopy(place, copy, false)
    return await overwrite(place, bytes, old, options)
  }
}

async function overwrite(place: SavePlace, bytes: Uint8Array, old: Uint8Array | undefined, options: TransferOptions): Promise<SaveResult> {
  const { path } = place
  try {
    const sha256 = await writeProven(place, path, bytes, options)
    await discardCopy(place, temporaryPath(path), false) // forgets the names that the save used
    return { path, size: bytes.length, sha256, proven: true }
  } catch (thrown) {
    const error = AppError.from(thrown)
    if (error.code === 'port-gone') throw error
    await discardCopy(place, path, false)
    if (old === undefined) throw error
    const why = error.message.replace(/\.$/, '')
    const restored = await putBack(place, old)
    const message = restored
      ? t('{{why}}. {{path}} holds its old contents again.', { why, path })
      : t('{{why}}. The old contents of {{path}} could not be put back.', { why, path })
    throw new AppError(error.code, message, { ...error.details, restored }, { cause: error })
  }
}

async function putBack(place: SavePlace, old: Uint8Array): Promise<boolean> {
  for (let tried = 0; tried < RESTORE_TRIES; tried += 1) {
    try {
      await writeProven(place, place.path, old, {})
      await discardCopy(place, temporaryPath(place.path), false)
      return true
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      if (thrown.code === 'port-gone') return false
    }
  }
  return false
}

/** Undefined when there is no such file. */
async function contents({ repl, firmware, path }: SavePlace): Promise<Uint8Array | undefined> {
  const found = await statOnBoard(repl, firmware, path)
  return found === null ? undefined : await readBoardFile(repl, firmware, path, found.size, {})
}
