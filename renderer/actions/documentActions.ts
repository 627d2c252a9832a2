import { t } from '../../shared/language/language'
import { documentId, type DocumentRef } from '../../shared/layout'
import { freeName } from '../editor/fileNames'
import { createModel, textOf } from '../editor/models'
import { addTab, removeTab, showTab } from '../editor/openTabs'
import { revealLine } from '../editor/reveal'
import { ask } from '../stores/dialogsStore'
import { activeDocument, patchDocument, useDocuments } from '../stores/documentsStore'
import { reportFailure } from '../stores/noticesStore'
import { forgetJournal, journalSoon } from './journalActions'
import { loadDocument } from './readDocument'
import { saveDocument, saveDocumentAs } from './saveActions'

/** Opens a file in a tab, or brings its tab to the front, and goes to a line of it. Failures are shown. */
export async function openDocument(ref: DocumentRef, at?: { line: number; column?: number }): Promise<void> {
  const id = documentId(ref)
  const open = useDocuments.getState().documents[id]
  if (ref.side === 'untitled' && open === undefined) return
  addTab(ref)
  if (at !== undefined) revealLine(id, at.line, at.column ?? 1)
  if (open === undefined || open.status === 'missing') await fill(id, open === undefined)
}

/** Reads a tab's file; a new tab goes away again when that fails, an old one stays and says so. */
async function fill(id: string, isNew: boolean): Promise<void> {
  const name = useDocuments.getState().documents[id]?.name ?? ''
  const giveUp = (): void => {
    if (isNew) removeTab(id)
    else patchDocument(id, { status: textOf(id) === null ? 'missing' : 'text' })
  }
  try {
    if (!(await loadDocument(id, 'ask'))) giveUp()
  } catch (error) {
    giveUp()
    reportFailure(t('{{name}} could not be opened.', { name }), error)
  }
}

/** Tries again to read a tab's file, for a tab that says its file is missing. */
export async function reopenDocument(id: string): Promise<void> {
  await fill(id, false)
}

/** Opens a tab with a text that was never saved; answers its id. */
export function newDocument(name = 'untitled.py', text = ''): string {
  const taken = Object.values(useDocuments.getState().documents).map((document) => document.name)
  const free = freeName(name, taken)
  const ref: DocumentRef = { side: 'untitled', name: free }
  const id = documentId(ref)
  createModel(id, free, text, text === '')
  addTab(ref, { status: 'text', unsaved: text !== '' })
  if (text !== '') journalSoon(id)
  return id
}

/** Saves a document where it came from; the one in front by default. True when the file holds the text now. */
export async function save(id: string | null = useDocuments.getState().active): Promise<boolean> {
  return id === null ? false : saveDocument(id)
}

/** Asks where to, and saves a document there; the one in front by default. True when the file holds the text now. */
export async function saveAs(id: string | null = useDocuments.getState().active): Promise<boolean> {
  return id === null ? false : saveDocumentAs(id)
}

/** Saves every unsaved document that has a file; stops at the first that can't be saved. */
export async function saveAll(): Promise<void> {
  for (const document of Object.values(useDocuments.getState().documents)) {
    if (document.unsaved && !(await saveDocument(document.id))) return
  }
}

/** Closes a tab, with a question when its text is unsaved. False when the user keeps it open. */
export async function closeDocument(id: string): Promise<boolean> {
  const document = useDocuments.getState().documents[id]
  if (document === undefined) {
    removeTab(id) // a page without a text, or nothing
    return true
  }
  if (document.unsaved) {
    showTab(id)
    const choice = await ask({
      title: t('Save {{name}}?', { name: document.name }),
      text: t('Its changes are lost otherwise.'),
      choices: [
        { id: 'save', label: t('Save'), kind: 'primary' },
        { id: 'discard', label: t('Don’t save'), kind: 'plain' },
        { id: 'cancel', label: t('Cancel'), kind: 'plain' },
      ],
    })
    if (choice === null || choice === 'cancel') return false
    if (choice === 'save') {
      // Save as gives the document another id; what it saved is the tab in front.
      if (!(await saveDocument(id))) return false
      const saved = useDocuments.getState().documents[id] === undefined ? activeDocument()?.id : id
      if (saved !== undefined) removeTab(saved)
      return true
    }
    await forgetJournal(id)
  }
  removeTab(id)
  return true
}

/** The text in front with its name, for Run and Upload; null where there is none. */
export function activeText(): { id: string; name: string; text: string } | null {
  const document = activeDocument()
  const at = document === null ? null : textOf(document.id)
  return document === null || at === null ? null : { id: document.id, name: document.name, text: at.text }
}
