import { type DragAndDropHooks, type DropItem, isTextDropItem, useDragAndDrop } from 'react-aria-components'
import { type Dropped, readDropped } from './droppedFiles'
import { findEntry, type FileTree, type TreeNode } from './treeModel'

/** What paths dragged out of each tree are called. */
const DRAG_TYPES = { board: 'application/x-perfboard-board', computer: 'application/x-perfboard-computer' } as const
export type TreeSide = keyof typeof DRAG_TYPES

/** What can be done with things that are dropped on a folder of a tree. */
export interface DropActions {
  /** From the same tree. */
  move: (paths: string[], folder: string) => void
  /** From the other tree. */
  copy: (paths: string[], folder: string) => void
  /** From the desktop; absent where that makes no sense. */
  take?: (dropped: Dropped, folder: string) => void
}

/** Dragging within a tree moves, between the trees copies, from the desktop onto the board uploads. */
export function useFileDrag(side: TreeSide, tree: FileTree, root: string | null, actions: DropActions): DragAndDropHooks<TreeNode> {
  const own = DRAG_TYPES[side]
  const other = DRAG_TYPES[side === 'board' ? 'computer' : 'board']
  const drop = async (items: readonly DropItem[], folder: string): Promise<void> => {
    const moved = await pathsIn(items, own)
    const copied = await pathsIn(items, other)
    if (moved.length > 0) actions.move(moved, folder)
    else if (copied.length > 0) actions.copy(copied, folder)
    else if (actions.take !== undefined) {
      const dropped = await readDropped(items)
      if (dropped.files.length + dropped.folders.length > 0) actions.take(dropped, folder)
    }
  }
  const { dragAndDropHooks } = useDragAndDrop<TreeNode>({
    getItems: (keys) => [...keys].map((key) => ({ [own]: String(key), 'text/plain': String(key) })),
    getAllowedDropOperations: () => ['move', 'copy'],
    acceptedDragTypes: 'all',
    shouldAcceptItemDrop: (target) => findEntry(tree, String(target.key))?.kind === 'folder',
    getDropOperation: (_target, types, allowed) => {
      if (root === null) return 'cancel'
      if (types.has(own)) return 'move'
      if (types.has(other) || actions.take !== undefined) return allowed.includes('copy') ? 'copy' : (allowed[0] ?? 'cancel')
      return 'cancel'
    },
    onItemDrop: ({ items, target }) => void drop(items, String(target.key)),
    onRootDrop: ({ items }) => {
      if (root !== null) void drop(items, root)
    },
  })
  return dragAndDropHooks
}

async function pathsIn(items: readonly DropItem[], type: string): Promise<string[]> {
  return Promise.all(
    items
      .filter(isTextDropItem)
      .filter((item) => item.types.has(type))
      .map((item) => item.getText(type)),
  )
}
