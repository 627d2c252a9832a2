import type { BoardEntry } from '../../shared/board'
import { baseName, parentBoardPath } from '../../shared/boardPath'
import { sortEntries } from '../board/listings'
import type { TreeEntry } from '../protocol/treeListing'

/** A file, or a folder with what is in it. */
export interface TreeNode extends BoardEntry {
  entries?: TreeNode[]
}

/** What stands below a folder as lines with branches; `sizeOf` writes the size of a file, where sizes are wanted. */
export function branches(node: TreeNode, sizeOf?: (size: number) => string, indent = ''): string[] {
  const entries = node.entries ?? []
  return entries.flatMap((entry, index) => {
    const isLast = index === entries.length - 1
    const size = sizeOf === undefined || entry.kind === 'folder' ? '' : `[${sizeOf(entry.size)}]  `
    return [`${indent}${isLast ? '└── ' : '├── '}${size}${entry.name}`, ...branches(entry, sizeOf, indent + (isLast ? '    ' : '│   '))]
  })
}

/** The folder with all that is listed below it, folders first. */
export function asTree(top: BoardEntry, below: readonly TreeEntry[]): TreeNode {
  const levels = new Map<string, BoardEntry[]>()
  for (const { path, kind, size } of below) {
    const folder = parentBoardPath(path)
    const level = levels.get(folder) ?? []
    level.push({ name: baseName(path), path, kind, size })
    levels.set(folder, level)
  }
  const node = (entry: BoardEntry): TreeNode =>
    entry.kind === 'file' ? entry : { ...entry, entries: sortEntries(levels.get(entry.path) ?? []).map(node) }
  return node(top)
}
