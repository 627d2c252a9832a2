import { AppError } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import type { DocumentRef } from '../../shared/layout'
import { bridge } from '../bridge/bridge'
import { ask } from '../stores/dialogsStore'
import { useDocuments, patchDocument } from '../stores/documentsStore'
import { showNotice } from '../stores/noticesStore'
import { byteWords } from '../layout/byteWords'
import { createModel, isUnsaved, replaceText, textOf } from '../editor/models'
import { decodeText, hasMixedLineEnds, LARGE_TEXT_BYTES, sha256 } from '../editor/textCodec'
import { sessionOfBoard } from './boardOf'
import { withPrompt } from './withPrompt'

/** A file's bytes as they were read. */
export interface FileContent {
  bytes: Uint8Array
  /** Milliseconds since 1970; null for a board's file. */
  mtime: number | null
}

/**
 * Reads a file of the board or of the computer. With `ask`, a program that runs may be stopped after a question; without, that fails
 * as `needs-prompt`. Null when the user called it off.
 */
export async function readContent(ref: DocumentRef, mode: 'ask' | 'quiet'): Promise<FileContent | null> {
  if (ref.side === 'untitled') throw new AppError('not-found', t('This text was never saved'))
  if (ref.side === 'computer') return bridge().request('workspace.readFile', { path: ref.path })
  const session = sessionOfBoard(ref.board)
  if (session === null) throw new AppError('not-connected', t('The board that holds this file isn’t connected'))
  const read = { session: session.id, path: ref.path }
  if (mode === 'quiet') return { bytes: await bridge().request('board.readFile', { ...read, stop: 'refuse' }), mtime: null }
  const bytes = await withPrompt(text('Opening'), (stop) => bridge().request('board.readFile', { ...read, stop }))
  return bytes === null ? null : { bytes, mtime: null }
}

/** Fills a tab from its file. False when there is nothing to show: called off, or closed meanwhile. Rejects when reading fails. */
export async function loadDocument(id: string, mode: 'ask' | 'quiet'): Promise<boolean> {
  const document = useDocuments.getState().documents[id]
  if (document === undefined) return false
  patchDocument(id, { status: 'loading' })
  const content = await readContent(document.ref, mode)
  if (content === null || !(await wantsLarge(document.name, content.bytes.length, mode))) return false
  const base = await sha256(new Uint8Array(content.bytes))
  if (useDocuments.getState().documents[id] === undefined) return false
  // Text that was typed or restored while the file was read is the user's, and stays.
  if (textOf(id) !== null) return true
  const decoded = decodeText(content.bytes)
  const facts = { base, mtime: content.mtime, size: content.bytes.length, changedElsewhere: false }
  if (decoded.kind === 'binary') {
    patchDocument(id, { ...facts, status: 'binary' })
    return true
  }
  createModel(id, document.name, decoded.text, true)
  patchDocument(id, { ...facts, status: 'text', unsaved: false })
  if (hasMixedLineEnds(decoded.text)) {
    showNotice({
      tone: 'info',
      title: t('{{name}} mixes kinds of line ends.', { name: document.name }),
      text: t('Saving it makes them all alike.'),
    })
  }
  return true
}

/**
 * Takes in what a file holds now, after it changed under its tab: a tab without changes of the user's shows the new text, one with
 * such is marked, and its next save asks. Rejects when reading fails.
 */
export async function reloadDocument(id: string): Promise<void> {
  const document = useDocuments.getState().documents[id]
  if (document === undefined || document.saving || textOf(id) === null) return
  const content = await readContent(document.ref, 'quiet')
  if (content === null) return
  const base = await sha256(new Uint8Array(content.bytes))
  const now = useDocuments.getState().documents[id]
  if (now === undefined || now.saving || now.mtime !== document.mtime) return
  if (base === now.base) {
    patchDocument(id, { mtime: content.mtime })
    return
  }
  const decoded = decodeText(content.bytes)
  if (now.unsaved || decoded.kind === 'binary') {
    patchDocument(id, { changedElsewhere: true, proven: false })
    return
  }
  replaceText(id, decoded.text)
  patchDocument(id, { base, mtime: content.mtime, unsaved: isUnsaved(id), proven: false, status: 'text' })
}

async function wantsLarge(name: string, size: number, mode: 'ask' | 'quiet'): Promise<boolean> {
  if (size <= LARGE_TEXT_BYTES || mode === 'quiet') return true
  const choice = await ask({
    title: t('{{name}} is large', { name }),
    text: t('It has {{size}}. Editing it may be slow.', { size: byteWords(size) }),
    choices: [
      { id: 'open', label: t('Open'), kind: 'primary' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  return choice === 'open'
}
