import type { SessionSnapshot } from '../../shared/board'
import { baseName, isWithin, joinBoardPath, parentBoardPath } from '../../shared/boardPath'
import { t, text } from '../../shared/language/language'
import { documentId } from '../../shared/layout'
import { bridge } from '../bridge/bridge'
import { checkBoardName, freeName, stemLength } from '../editor/fileNames'
import { tabsDeleted, tabsMoved } from '../editor/followFiles'
import { encodeText } from '../editor/textCodec'
import { deletionText } from '../explorer/deletionText'
import { topmost, type TreeEntry } from '../explorer/treeModel'
import { boardTree } from '../stores/boardTreeStore'
import { ask, askText } from '../stores/dialogsStore'
import { activeDocument } from '../stores/documentsStore'
import { reportFailure } from '../stores/noticesStore'
import { activeSession } from '../stores/sessionsStore'
import { openPicker } from '../stores/shellStore'
import { showStatus } from '../stores/statusStore'
import { boardRoot, toggleBoardFolder } from './boardListing'
import { activeText, openDocument, save } from './documentActions'
import { reloadDocument } from './readDocument'
import { withPrompt } from './withPrompt'
import { putOnBoard } from './writeBoard'

function namesIn(session: SessionSnapshot, folder: string): string[] {
  return boardTree(session.boardKey).levels[folder]?.entries.map((entry) => entry.name) ?? []
}

/** Asks for a name and makes an empty file in a folder of the board, then opens it. */
export async function newBoardFile(session: SessionSnapshot, folder: string, proposed = 'untitled.py'): Promise<void> {
  const taken = namesIn(session, folder)
  const initial = freeName(proposed, taken)
  const name = await askText({
    title: t('New file on the board'),
    label: t('Name'),
    initial,
    selectUntil: stemLength(initial),
    confirm: t('Create'),
    check: (text) => checkBoardName(text, taken),
  })
  if (name !== null) await makeBoardFile(session, joinBoardPath(folder, name))
}

/** Makes an empty file on the board and opens it. */
export async function makeBoardFile(session: SessionSnapshot, path: string): Promise<void> {
  try {
    if ((await putOnBoard(session, path, new Uint8Array(0), 'new file')) === null) return
    await openDocument({ side: 'board', board: session.boardKey, path })
  } catch (error) {
    reportFailure(t('{{name}} could not be made.', { name: baseName(path) }), error)
  }
}

/** Asks for a name and makes a folder on the board. */
export async function newBoardFolder(session: SessionSnapshot, folder: string): Promise<void> {
  const taken = namesIn(session, folder)
  const initial = freeName('lib', taken)
  const name = await askText({
    title: t('New folder on the board'),
    label: t('Name'),
    initial,
    selectUntil: initial.length,
    confirm: t('Create'),
    check: (text) => checkBoardName(text, taken),
  })
  if (name === null) return
  const path = joinBoardPath(folder, name)
  await onBoard(t('{{name}} could not be made.', { name }), text('Making a folder'), (stop) =>
    bridge().request('board.makeFolder', { session: session.id, path, stop }),
  )
  if (folder !== boardRoot(session)) await toggleBoardFolder(session, folder, true)
}

/** Asks for another name of a file or folder of the board; its tabs follow. */
export async function renameOnBoard(session: SessionSnapshot, entry: TreeEntry): Promise<void> {
  const folder = parentBoardPath(entry.path)
  const taken = namesIn(session, folder).filter((name) => name !== entry.name)
  const name = await askText({
    title: t('Rename {{name}}', { name: entry.name }),
    label: t('New name'),
    initial: entry.name,
    selectUntil: stemLength(entry.name),
    confirm: t('Rename'),
    check: (text) => checkBoardName(text, taken),
  })
  if (name !== null && name !== entry.name) await moveOne(session, entry.path, joinBoardPath(folder, name), text('Renaming'))
}

/** Moves files and folders of the board into another of its folders; their tabs follow. */
export async function moveOnBoard(session: SessionSnapshot, paths: readonly string[], folder: string): Promise<void> {
  for (const path of topmost(paths, isWithin)) {
    if (isWithin(path, folder) || parentBoardPath(path) === folder) continue
    if (!(await moveOne(session, path, joinBoardPath(folder, baseName(path)), text('Moving')))) return
  }
}

async function moveOne(session: SessionSnapshot, from: string, to: string, verb: string): Promise<boolean> {
  const done = await onBoard(t('{{name}} could not be moved to {{to}}.', { name: baseName(from), to }), verb, (stop) =>
    bridge().request('board.rename', { session: session.id, from, to, stop }),
  )
  if (done) await tabsMoved({ side: 'board', board: session.boardKey }, from, to)
  return done
}

/** Deletes files and folders of the board after a question that says how much it is. There is no bin on a board. */
export async function deleteOnBoard(session: SessionSnapshot, entries: readonly TreeEntry[]): Promise<void> {
  const paths = topmost(
    entries.map((entry) => entry.path),
    isWithin,
  )
  const chosen = entries.filter((entry) => paths.includes(entry.path))
  let files = 0
  for (const entry of chosen) {
    if (entry.kind === 'file') files += 1
    else {
      const counted = await onBoard(t('{{name}} could not be counted.', { name: entry.name }), text('Counting files'), async (stop) => {
        files += (await bridge().request('board.count', { session: session.id, path: entry.path, stop })).files
      })
      if (!counted) return
    }
  }
  const what = deletionText(
    chosen.map((entry) => entry.name),
    files,
    chosen.some((entry) => entry.kind === 'folder'),
  )
  const answer = await ask({
    title: t('Delete {{what}}?', { what }),
    text: t('A board has no bin: this can’t be undone.'),
    choices: [
      { id: 'delete', label: t('Delete'), kind: 'danger' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  if (answer !== 'delete') return
  const done = await onBoard(t('{{name}} could not be deleted.', { name: what }), text('Deleting'), (stop) =>
    bridge().request('board.remove', { session: session.id, paths, stop }),
  )
  if (!done) return
  for (const path of paths) tabsDeleted({ side: 'board', board: session.boardKey }, path)
  showStatus(t('Deleted {{what}}', { what }))
}

/** Saves a copy of the text in front on the shown board, under its own name; a file of that board is simply saved. */
export async function uploadActive(): Promise<void> {
  const text = activeText()
  const session = activeSession()
  if (text === null) return
  if (session === null) {
    openPicker()
    return
  }
  const document = activeDocument()
  if (document?.ref.side === 'board' && document.ref.board === session.boardKey) {
    await save(document.id)
    return
  }
  await putText(session, text.name, text.text, text.id)
}

/** Makes a text the program that the board runs when it gets power. */
export async function runAtPowerUp(): Promise<void> {
  const text = activeText()
  const session = activeSession()
  if (text !== null && session !== null) await putText(session, 'main.py', text.text, text.id)
}

/** Puts text under a name into the board's root, and says so. See `putOnBoard` for `source`. */
export async function putText(session: SessionSnapshot, name: string, text: string, source: string): Promise<void> {
  await putBytes(session, boardRoot(session), name, encodeText(text), source)
}

/** Puts bytes under a name into a folder of the board, asking before another file is replaced. False when it was not done. */
export async function putBytes(
  session: SessionSnapshot,
  folder: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  source: string,
): Promise<boolean> {
  try {
    const path = joinBoardPath(folder, name)
    const result = await putOnBoard(session, path, bytes, source)
    if (result === null) return false
    showStatus(result.proven ? t('{{name}} is on the board, proven', { name }) : t('{{name}} is on the board, not proven', { name }))
    await reloadDocument(documentId({ side: 'board', board: session.boardKey, path }))
    return true
  } catch (error) {
    reportFailure(t('{{name}} could not be put on the board.', { name }), error)
    return false
  }
}

/** Does one job on the board and shows a failure; false when it failed or was called off. */
async function onBoard(title: string, verb: string, work: (stop: 'refuse' | 'stop' | 'restart') => Promise<unknown>): Promise<boolean> {
  try {
    return (
      (await withPrompt(verb, async (stop) => {
        await work(stop)
        return true
      })) === true
    )
  } catch (error) {
    reportFailure(title, error)
    return false
  }
}

/** Copies a program that is on the board to main.py, so that it runs when the board gets power. */
export async function copyToPowerUp(session: SessionSnapshot, path: string): Promise<void> {
  await onBoard(t('{{name}} could not be copied to main.py.', { name: baseName(path) }), text('Copying'), async (stop) => {
    const bytes = await bridge().request('board.readFile', { session: session.id, path, stop })
    await putBytes(session, boardRoot(session), 'main.py', new Uint8Array(bytes), path)
  })
}
