import { create } from 'zustand'
import type { DocumentRef } from '../../shared/layout'

/** A file in a tab of the editor. Its text lives in a Monaco model of the same id (see editor/models.ts). */
export interface OpenDocument {
  /** See `documentId`. */
  id: string
  ref: DocumentRef
  /** The file's name, as the tab shows it. */
  name: string
  /** `missing`: could not be read now (its board is not connected); its text, if any, came from the journal. */
  status: 'loading' | 'text' | 'binary' | 'missing'
  unsaved: boolean
  saving: boolean
  /** True from a save that was proven on to the next change: the tab shows a tick. */
  proven: boolean
  /** The file changed under the unsaved text; the next save asks. */
  changedElsewhere: boolean
  /** SHA-256 (hexadecimal) of the file's bytes as last read or saved; null for a file that was never saved. */
  base: string | null
  /** A computer file's time of change when it was read. */
  mtime: number | null
  /** Bytes, for a binary file. */
  size: number
}

/** The id of the tab Welcome: it has no document. */
export const WELCOME = 'page:welcome'

interface DocumentsState {
  documents: Readonly<Record<string, OpenDocument>>
  /** Tabs from left to right. */
  order: readonly string[]
  /** Id of the tab in front; null where none is open. */
  active: string | null
}

/** The editor's tabs. */
export const useDocuments = create<DocumentsState>(() => ({ documents: {}, order: [], active: null }))

/** The document in front, or null. */
export function activeDocument(state: DocumentsState = useDocuments.getState()): OpenDocument | null {
  return state.active === null ? null : (state.documents[state.active] ?? null)
}

/** Changes some fields of an open document; does nothing for one that was closed meanwhile. */
export function patchDocument(id: string, patch: Partial<OpenDocument>): void {
  useDocuments.setState((state) => {
    const document = state.documents[id]
    return document === undefined ? state : { documents: { ...state.documents, [id]: { ...document, ...patch } } }
  })
}
