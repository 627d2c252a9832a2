import { documentId, type DocumentRef } from '../../shared/layout'
import { baseName } from '../../shared/boardPath'
import { diskName } from '../explorer/diskPath'
import { type OpenDocument, useDocuments, WELCOME } from '../stores/documentsStore'
import { useProblems } from '../stores/problemsStore'
import { disposeModel, moveModel } from './models'
import { withoutTab, withTab, withTabId } from './tabOrder'

/** The name that a document's tab shows. */
export function nameOf(ref: DocumentRef): string {
  if (ref.side === 'untitled') return ref.name
  return ref.side === 'board' ? baseName(ref.path) : diskName(ref.path)
}

/** Opens a tab without text and puts it in front; answers its id. A tab that is there already only comes to the front. */
export function addTab(ref: DocumentRef, patch: Partial<OpenDocument> = {}): string {
  const id = documentId(ref)
  const fresh: OpenDocument = {
    id,
    ref,
    name: nameOf(ref),
    status: 'loading',
    unsaved: false,
    saving: false,
    proven: false,
    changedElsewhere: false,
    base: null,
    mtime: null,
    size: 0,
    ...patch,
  }
  useDocuments.setState((state) => ({ ...withTab(state, id), documents: { ...state.documents, [id]: state.documents[id] ?? fresh } }))
  return id
}

/** Takes a tab away with its text, undo history and problems. Asks nothing. */
export function removeTab(id: string): void {
  useDocuments.setState((state) => ({ ...withoutTab(state, id), documents: without(state.documents, id) }))
  useProblems.setState((state) => ({ problems: state.problems.filter((problem) => problem.document !== id) }))
  disposeModel(id)
}

/** Makes a tab stand for another file: after a rename, a move, or Save as. Its text and undo history stay. Answers the new id. */
export function moveTab(id: string, ref: DocumentRef): string {
  const to = documentId(ref)
  const name = nameOf(ref)
  if (to === id) return id
  moveModel(id, to, name)
  useProblems.setState((state) => ({
    problems: state.problems.map((problem) => (problem.document === id ? { ...problem, document: to } : problem)),
  }))
  useDocuments.setState((state) => {
    const document = state.documents[id]
    if (document === undefined) return state
    return { ...withTabId(state, id, to), documents: { ...without(state.documents, id), [to]: { ...document, id: to, ref, name } } }
  })
  return to
}

/** Puts a tab in front. */
export function showTab(id: string): void {
  useDocuments.setState((state) => (state.order.includes(id) ? { active: id } : state))
}

/** Opens a tab that has no document, or brings it to the front. */
export function showPage(id: string): void {
  useDocuments.setState((state) => withTab(state, id))
}

/** Opens the tab Welcome, or brings it to the front. */
export function showWelcome(): void {
  showPage(WELCOME)
}

function without(documents: Readonly<Record<string, OpenDocument>>, id: string): Record<string, OpenDocument> {
  return Object.fromEntries(Object.entries(documents).filter(([key]) => key !== id))
}
