import { create } from 'zustand'
import { isWithin } from '../../shared/boardPath'
import { emptyTree, type FileTree, type TreeEntry, withExpanded, withLevel, withLoading } from '../explorer/treeModel'

interface BoardTreeState {
  /** By board key: what is known of each board's files, also while it is away. */
  trees: Readonly<Record<string, FileTree>>
}

/** The boards' files as the explorer shows them. */
export const useBoardTrees = create<BoardTreeState>(() => ({ trees: {} }))

/** What is known of a board's files. */
export function boardTree(board: string): FileTree {
  return useBoardTrees.getState().trees[board] ?? emptyTree
}

function change(board: string, next: (tree: FileTree) => FileTree): void {
  useBoardTrees.setState((state) => ({ trees: { ...state.trees, [board]: next(state.trees[board] ?? emptyTree) } }))
}

/** Takes in a folder's listing, unless a newer one is known. */
export function putBoardLevel(board: string, folder: string, entries: readonly TreeEntry[], listedAt: number): void {
  if ((boardTree(board).levels[folder]?.listedAt ?? 0) > listedAt) return
  change(board, (tree) => withLevel(tree, folder, entries, listedAt, isWithin))
}

export function expandBoardFolder(board: string, folder: string, open: boolean): void {
  change(board, (tree) => withExpanded(tree, folder, open))
}

export function setBoardLoading(board: string, folder: string, on: boolean): void {
  change(board, (tree) => withLoading(tree, folder, on))
}
