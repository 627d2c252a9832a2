import { create } from 'zustand'

/** Asks for a folder or file of the computer in the page, where the host has no dialog of its own. */
export interface PickDialog {
  type: 'pick'
  mode: 'folder' | 'file' | 'save'
  title: string
  confirm: string
  /** The name that is proposed, for `save`. */
  name: string
  /** Where to begin; null for the user's own folder. */
  start: string | null
  answer: (path: string | null) => void
}

/** A board that a file can be saved on. */
export interface SaveTarget {
  board: string
  label: string
  /** The folder that is proposed. */
  folder: string
}

/** Where Save as goes. The computer's folder is asked for in a second step. */
export type SaveChoice = { side: 'board'; board: string; folder: string; name: string } | { side: 'computer'; name: string }

/** Asks where a text is to be saved. */
export interface SaveAsDialog {
  type: 'saveAs'
  name: string
  boards: readonly SaveTarget[]
  answer: (choice: SaveChoice | null) => void
}

/** Shows two versions of a text side by side and asks which one stays. */
export interface CompareDialog {
  type: 'compare'
  name: string
  theirs: string
  mine: string
  /** Where the other version is: `On the board`. */
  place: string
  /** Where the user's version is, if not just `Mine`. */
  own?: string
  /** The button that takes the other version. */
  take: string
  /** The button that takes the user's, if not `Keep mine`. Then nothing is destroyed by it at once. */
  keep?: string
  answer: (choice: 'keep' | 'theirs' | null) => void
}

/** The dialogs about files, of which one is open at a time. */
export type FileDialog = PickDialog | SaveAsDialog | CompareDialog

interface FileDialogsState {
  open: FileDialog | null
}

/** The file dialog that is open, if any. A second one closes the first as called off. */
export const useFileDialogs = create<FileDialogsState>(() => ({ open: null }))

function show(dialog: FileDialog): void {
  useFileDialogs.getState().open?.answer(null)
  useFileDialogs.setState({ open: dialog })
}

/** Shows the in-page picker; resolves with an absolute path, or null when called off. */
export function askPath(question: Omit<PickDialog, 'type' | 'answer'>): Promise<string | null> {
  return new Promise((resolve) => {
    show({
      ...question,
      type: 'pick',
      answer: (path) => {
        useFileDialogs.setState({ open: null })
        resolve(path)
      },
    })
  })
}

/** Shows Save as; resolves null when called off. */
export function askSaveAs(question: Omit<SaveAsDialog, 'type' | 'answer'>): Promise<SaveChoice | null> {
  return new Promise((resolve) => {
    show({
      ...question,
      type: 'saveAs',
      answer: (choice) => {
        useFileDialogs.setState({ open: null })
        resolve(choice)
      },
    })
  })
}

/** Shows both versions; resolves null when called off. */
export function askCompare(question: Omit<CompareDialog, 'type' | 'answer'>): Promise<'keep' | 'theirs' | null> {
  return new Promise((resolve) => {
    show({
      ...question,
      type: 'compare',
      answer: (choice) => {
        useFileDialogs.setState({ open: null })
        resolve(choice)
      },
    })
  })
}
