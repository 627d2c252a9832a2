import { create } from 'zustand'
import { type FileTree, findEntry, type Within } from './treeModel'

interface SelectionState {
  board: ReadonlySet<string>
  computer: ReadonlySet<string>
}

/** The selected rows of both trees, by path: new things and uploads go into the selected folder. */
export const useSelection = create<SelectionState>(() => ({ board: new Set(), computer: new Set() }))

/** Where new things go: the first selected folder, else the folder of the selected file, else the root. */
export function chosenFolder(
  files: FileTree,
  selected: ReadonlySet<string>,
  root: string,
  paths: { within: Within; parent: (path: string) => string },
): string {
  const [path] = selected
  const entry = path === undefined || !paths.within(root, path) ? null : findEntry(files, path)
  if (entry === null) return root
  return entry.kind === 'folder' ? entry.path : paths.parent(entry.path)
}
