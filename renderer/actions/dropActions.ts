import type { ConflictChoice, SessionSnapshot, StopChoice, Transferred } from '../../shared/board'
import { isEntryName, joinBoardPath, parentBoardPath } from '../../shared/boardPath'
import { MAX_FILE_BYTES } from '../../shared/contract/request'
import { AppError, hasCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { sha256 } from '../editor/textCodec'
import type { Dropped } from '../explorer/droppedFiles'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { showStatus } from '../stores/statusStore'
import { askConflicts, transferText } from './askConflicts'
import { mayRunAtPowerUp } from './askPowerUp'
import { reloadOpen } from './transferActions'
import { withPrompt } from './withPrompt'

/** A file that goes to the board, under its path there. */
interface Goes {
  path: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Puts files and folders that were dropped from the desktop into a folder of the board, with one question for all that would be replaced. */
export async function uploadDropped(session: SessionSnapshot, folder: string, dropped: Dropped): Promise<void> {
  try {
    const wanted = dropped.files.filter(({ path, file }) => file.size <= MAX_FILE_BYTES && usable(path))
    sayLeftOut(dropped, wanted.length)
    const goes: Goes[] = []
    for (const { path, file } of wanted) {
      const at = below(folder, path)
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (!(await mayRunAtPowerUp(session, at, bytes))) return
      goes.push({ path: at, bytes })
    }
    const folders = dropped.folders.filter(usable).map((path) => below(folder, path))
    const done = await withPrompt(text('Uploading'), (stop) =>
      askConflicts(t('on the board'), (conflict) => put(session.id, goes, folders, stop, conflict)),
    )
    if (done === null) return
    showStatus(transferText(done, t('on the board, in {{folder}}', { folder })))
    await reloadOpen(session.boardKey, folder)
  } catch (error) {
    reportFailure(t('The upload failed.'), error)
  }
}

/** As `board.upload` does it, with contents that only this window has: `exists` names all that differs, before anything is written. */
async function put(
  session: string,
  goes: readonly Goes[],
  folders: readonly string[],
  stop: StopChoice,
  conflict: ConflictChoice,
): Promise<Transferred> {
  const parents = [...new Set([...folders, ...[...goes.map(({ path }) => path), ...folders].map(parentBoardPath)])].sort()
  const there = new Map<string, number>()
  const present = new Set<string>()
  for (const path of parents) {
    const entries = await listIfThere(session, path, stop)
    if (entries === null) continue
    present.add(path)
    for (const entry of entries) if (entry.kind === 'file') there.set(entry.path, entry.size)
  }
  const same = new Set<string>()
  const differ: string[] = []
  for (const { path, bytes } of goes) {
    const size = there.get(path)
    if (size === undefined) continue
    if (size === bytes.length && (await holds(session, path, bytes, stop))) same.add(path)
    else differ.push(path)
  }
  if (conflict === 'refuse' && differ.length > 0)
    throw new AppError('exists', t('They are there already, with other contents.'), { count: differ.length, paths: differ.join('\n') })
  for (const path of folders) if (!present.has(path)) await bridge().request('board.makeFolder', { session, path, stop })
  const left = new Set([...same, ...(conflict === 'skip' ? differ : [])])
  const result: Transferred = { files: 0, bytes: 0, same: same.size, skipped: left.size - same.size }
  for (const { path, bytes } of goes) {
    if (left.has(path)) continue
    await bridge().request('board.writeFile', { session, path, bytes, stop })
    result.files += 1
    result.bytes += bytes.length
  }
  return result
}

async function listIfThere(session: string, path: string, stop: StopChoice) {
  try {
    return (await bridge().request('board.list', { session, path, stop })).entries
  } catch (error) {
    if (hasCode(error, 'not-found')) return null
    throw error
  }
}

async function holds(session: string, path: string, bytes: Uint8Array<ArrayBuffer>, stop: StopChoice): Promise<boolean> {
  const read = new Uint8Array(await bridge().request('board.readFile', { session, path, stop }))
  return (await sha256(read)) === (await sha256(bytes))
}

function below(folder: string, path: string): string {
  return path.split('/').reduce((at, name) => joinBoardPath(at, name), folder)
}

function usable(path: string): boolean {
  return path.split('/').every(isEntryName)
}

function sayLeftOut({ files, cut }: Dropped, taken: number): void {
  const out = files.filter(({ path, file }) => file.size > MAX_FILE_BYTES || !usable(path)).map(({ path }) => path)
  if (!cut && out.length === 0) return
  showNotice({
    tone: 'warn',
    title: t('{{count, number}} of the files are copied.', { count: taken }),
    text: cut
      ? t('There were more than can be dragged at once. Open the folder in Computer files and sync it instead.')
      : t('Too large for a board, or with a name that it can’t have: {{names}}', { names: out.slice(0, 8).join(', ') }),
  })
}
