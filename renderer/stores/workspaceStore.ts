import { create } from 'zustand'
import { isDiskWithin } from '../explorer/diskPath'
import { emptyTree, type FileTree, type TreeEntry, withExpanded, withLevel, withLoading } from '../explorer/treeModel'

interface WorkspaceState {
  tree: FileTree
  /** Why the opened folder can't be listed, or null. */
  failure: string | null
}

/** The opened folder of the computer as the explorer shows it; which folder it is stands in the layout. */
export const useWorkspace = create<WorkspaceState>(() => ({ tree: emptyTree, failure: null }))

/** Forgets everything listed: another folder was opened. */
export function resetWorkspace(): void {
  useWorkspace.setState({ tree: emptyTree, failure: null })
}

export function putDiskLevel(folder: string, entries: readonly TreeEntry[]): void {
  useWorkspace.setState((state) => ({ tree: withLevel(state.tree, folder, entries, Date.now(), isDiskWithin), failure: null }))
}

export function expandDiskFolder(folder: string, open: boolean): void {
  useWorkspace.setState((state) => ({ tree: withExpanded(state.tree, folder, open) }))
}

export function setDiskLoading(folder: string, on: boolean): void {
  useWorkspace.setState((state) => ({ tree: withLoading(state.tree, folder, on) }))
}
