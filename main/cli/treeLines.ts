import type { BoardEntry } from '../../shared/board'

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
