import { joinBoardPath } from '../../shared/boardPath'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { documentId, type DocumentRef } from '../../shared/layout'
import { portName } from '../../shared/portName'
import { bridge } from '../bridge/bridge'
import { isUnsaved, markSaved, replaceText, textOf } from '../editor/models'
import { moveTab, nameOf } from '../editor/openTabs'
import { decodeText, encodeText, sha256 } from '../editor/textCodec'
import { type OpenDocument, patchDocument, useDocuments } from '../stores/documentsStore'
import { askSaveAs } from '../stores/fileDialogsStore'
import { showNotice } from '../stores/noticesStore'
import { useSessions } from '../stores/sessionsStore'
import { showStatus } from '../stores/statusStore'
import { askVersion } from './askVersion'
import { isOpen, sessionOfBoard } from './boardOf'
import { forgetJournal, journalSoon } from './journalActions'
import { pickSavePath } from './pickPath'
import { readContent } from './readDocument'
import { showLargeFiles } from './largeFiles'
import { saveFailure, saveOffers } from './saveFailure'
import { putOnBoard, writeBoardFile } from './writeBoard'

/** What a file is after a save. */
interface Written {
  base: string
  mtime: number | null
  proven: boolean
}

/** Saves a document where it came from, or asks where to. True when the file holds the text that was there at the call. */
export async function saveDocument(id: string): Promise<boolean> {
  const document = useDocuments.getState().documents[id]
  if (document === undefined || document.saving || textOf(id) === null) return false
  if (document.ref.side === 'untitled') return saveDocumentAs(id)
  return saving(id, document.ref, (bytes) => writeBack(document, bytes))
}

/** Asks where to, and saves a document there; its tab stands for the new file from then on. */
export async function saveDocumentAs(id: string): Promise<boolean> {
  const document = useDocuments.getState().documents[id]
  if (document === undefined || textOf(id) === null) return false
  const boards = Object.values(useSessions.getState().sessions)
    .filter(isOpen)
    .map((session) => ({ board: session.boardKey, label: portName(session.port), folder: session.board?.root ?? '/' }))
  const choice =
    boards.length === 0 ? ({ side: 'computer', name: document.name } as const) : await askSaveAs({ name: document.name, boards })
  if (choice === null) return false
  if (choice.side === 'computer') return saveOnComputer(id, choice.name)
  const session = sessionOfBoard(choice.board)
  const ref: DocumentRef = { side: 'board', board: choice.board, path: joinBoardPath(choice.folder, choice.name) }
  return saving(id, ref, async (bytes) => {
    if (session === null) throw new AppError('not-connected', t('The board isn’t connected'))
    const result = await putOnBoard(session, ref.path, bytes, id)
    return result === null ? null : { base: result.sha256, mtime: null, proven: result.proven }
  })
}

/** Asks for a place on the computer and saves there. */
export async function saveOnComputer(id: string, name: string): Promise<boolean> {
  const path = await pickSavePath(name)
  if (path === null) return false
  return saving(id, { side: 'computer', path }, (bytes) => writeDisk(path, bytes))
}

/** What every save does around its writing: marks, the text's version, the journal, the tab's identity, and words for a failure. */
async function saving(id: string, ref: DocumentRef, write: (bytes: Uint8Array<ArrayBuffer>) => Promise<Written | null>): Promise<boolean> {
  const at = textOf(id)
  if (at === null) return false
  patchDocument(id, { saving: true })
  try {
    const written = await write(encodeText(at.text))
    if (written === null) return false
    markSaved(id, at.version)
    const now = moveTab(id, ref)
    if (now !== id) await forgetJournal(id)
    const unsaved = isUnsaved(now)
    patchDocument(now, { ...written, status: 'text', unsaved, proven: written.proven && !unsaved, changedElsewhere: false })
    journalSoon(now)
    return true
  } catch (thrown) {
    sayWhy(id, ref, AppError.from(thrown))
    return false
  } finally {
    patchDocument(id, { saving: false })
    patchDocument(documentId(ref), { saving: false })
  }
}

/** Writes a document to the file it came from; asks when that was changed by someone else. Null when called off. */
async function writeBack(document: OpenDocument, bytes: Uint8Array<ArrayBuffer>): Promise<Written | null> {
  try {
    if (document.changedElsewhere && isReachable(document.ref))
      throw new AppError('changed-elsewhere', t('The file changed since it was read'))
    return await writeTo(document.ref, bytes, document)
  } catch (error) {
    if (!hasCode(error, 'changed-elsewhere')) throw error
    const choice = await askVersion(document)
    if (choice === 'keep') return writeTo(document.ref, bytes, { base: null, mtime: null })
    if (choice === 'theirs') await takeTheirs(document)
    return null
  }
}

/** False for a file of a board that isn't connected: asking about its versions would lead nowhere. */
function isReachable(ref: DocumentRef): boolean {
  return ref.side !== 'board' || sessionOfBoard(ref.board) !== null
}

async function writeTo(
  ref: DocumentRef,
  bytes: Uint8Array<ArrayBuffer>,
  known: { base: string | null; mtime: number | null },
): Promise<Written | null> {
  if (ref.side === 'computer') return writeDisk(ref.path, bytes, known.mtime)
  if (ref.side === 'untitled') throw new AppError('internal', t('A text without a file has no place to be saved'))
  const session = sessionOfBoard(ref.board)
  if (session === null) throw new AppError('not-connected', t('The board that holds this file isn’t connected'))
  const result = await writeBoardFile(session, ref.path, bytes, known.base ?? undefined)
  return result === null ? null : { base: result.sha256, mtime: null, proven: result.proven }
}

async function writeDisk(path: string, bytes: Uint8Array<ArrayBuffer>, mtime: number | null = null): Promise<Written> {
  const expected = mtime === null ? {} : { expectedMtime: mtime }
  const result = await bridge().request('workspace.writeFile', { path, bytes, ...expected })
  showStatus(t('Saved {{name}}', { name: nameOf({ side: 'computer', path }) }))
  return { base: await sha256(bytes), mtime: result.mtime, proven: true }
}

/** Puts the file's text into the tab; undo brings the user's own back. */
async function takeTheirs(document: OpenDocument): Promise<void> {
  const content = await readContent(document.ref, 'ask')
  if (content === null) return
  const decoded = decodeText(content.bytes)
  if (decoded.kind === 'binary') throw new AppError('not-text', t('{{name}} is no longer a text file', { name: document.name }))
  replaceText(document.id, decoded.text)
  const base = await sha256(new Uint8Array(content.bytes))
  patchDocument(document.id, { base, mtime: content.mtime, unsaved: isUnsaved(document.id), changedElsewhere: false, status: 'text' })
  journalSoon(document.id)
}

function boardWord(key: string): string {
  const session = sessionOfBoard(key)
  return session === null ? t('The board') : portName(session.port)
}

function sayWhy(id: string, ref: DocumentRef, error: AppError): void {
  if (error.code === 'cancelled') return
  showStatus('') // an earlier success says nothing of this file any more
  const board = ref.side === 'board' ? boardWord(ref.board) : null
  const failure = saveFailure(error, ref.side === 'untitled' ? ref.name : ref.path, board)
  const actions = saveOffers(
    failure,
    () => void saveDocument(id),
    () => void saveOnComputer(id, nameOf(ref)),
    () => {
      if (ref.side === 'board') void showLargeFiles(ref.board)
    },
  )
  showNotice({ tone: 'error', title: failure.title, text: failure.text, actions })
}
