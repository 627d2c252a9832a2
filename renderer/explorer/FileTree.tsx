import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { ListLayout, Tree, Virtualizer } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { useSettings } from '../stores/settingsStore'
import { FileRow } from './FileRow'
import type { RowAction } from './rowActions'
import { RowMenu } from './RowMenu'
import { findEntry, type FileTree as Files, nodesOf, type TreeEntry } from './treeModel'
import { type DropActions, type TreeSide, useFileDrag } from './useFileDrag'

interface FileTreeProps {
  /** Accessible name: `Board files`, `Computer files`. */
  label: string
  side: TreeSide
  files: Files
  root: string
  /** What is listed can't be used at the moment, or may be out of date. */
  dimmed?: boolean
  selected: ReadonlySet<string>
  onSelect: (paths: ReadonlySet<string>) => void
  onToggle: (folder: string, open: boolean) => void
  onOpen: (entry: TreeEntry) => void
  onRename: (entry: TreeEntry) => void
  onDelete: (entries: TreeEntry[]) => void
  /** The menu for a row; `entries` is the selection when the row belongs to it. */
  actionsFor: (entry: TreeEntry, entries: TreeEntry[]) => RowAction[]
  drops: DropActions
  /** What an empty tree shows; things can be dropped on it all the same. */
  empty: () => ReactNode
}

/** The heights of a row in the two layouts, as `--row` has them. Pixels. */
const FULL_ROW = 24
const SIMPLE_ROW = 32

interface OpenMenu {
  label: string
  actions: RowAction[]
}

/** One side's files: arrows, Enter, F2, Delete, a menu for each row, dragging. */
export function FileTree(props: FileTreeProps) {
  const {
    label,
    side,
    files,
    root,
    dimmed = false,
    selected,
    onSelect,
    onToggle,
    onOpen,
    onRename,
    onDelete,
    actionsFor,
    drops,
    empty,
  } = props
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const anchor = useRef<HTMLElement | null>(null)
  const pointer = useRef<HTMLSpanElement>(null)
  const dragAndDropHooks = useFileDrag(side, files, root, drops)
  const rowSize = useSettings((state) => (state.layout === 'simple' ? SIMPLE_ROW : FULL_ROW))
  // Only the rows that are seen are drawn: a folder may hold thousands.
  const rows = useMemo(() => ({ rowSize, padding: 4 }), [rowSize])
  const nodes = useMemo(() => nodesOf(files, root), [files, root])

  const chosenWith = (entry: TreeEntry): TreeEntry[] =>
    selected.has(entry.path) ? [...selected].flatMap((path) => findEntry(files, path) ?? []) : [entry]

  const showMenu = (entry: TreeEntry, at: HTMLElement | null): void => {
    anchor.current = at
    setMenu({ label: t('Actions for {{name}}', { name: entry.name }), actions: actionsFor(entry, chosenWith(entry)) })
  }

  const onContextMenu = (event: MouseEvent): void => {
    const entry = entryAt(event.target, files)
    if (entry === null || pointer.current === null) return
    event.preventDefault()
    // The menu key has no place of its own: the row's is taken.
    const box = event.button === 2 ? { left: event.clientX, top: event.clientY } : rowOf(event.target)?.getBoundingClientRect()
    pointer.current.style.left = `${box?.left ?? 0}px`
    pointer.current.style.top = `${box?.top ?? 0}px`
    showMenu(entry, pointer.current)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const entry = entryAt(event.target, files)
    if (entry === null) return
    if (event.key === 'F2') onRename(entry)
    else if (event.key === 'Delete') onDelete(chosenWith(entry))
    // The tree by itself opens only folders whose contents are listed already.
    else if (event.key === 'ArrowRight' && isRow(event.target) && entry.kind === 'folder' && !files.expanded.has(entry.path))
      onToggle(entry.path, true)
    else if (event.key === 'ArrowLeft' && isRow(event.target) && files.expanded.has(entry.path)) onToggle(entry.path, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={dimmed ? 'explorer-tree-box explorer-dimmed' : 'explorer-tree-box'}
      onContextMenu={onContextMenu}
      onKeyDownCapture={onKeyDown}
    >
      <Virtualizer layout={ListLayout} layoutOptions={rows}>
        <Tree
          className="explorer-tree"
          aria-label={label}
          items={nodes}
          dependencies={[files]}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys) => onSelect(keys === 'all' ? allPaths(files) : new Set([...keys].map(String)))}
          expandedKeys={files.expanded}
          onExpandedChange={(keys) => {
            const open = new Set([...keys].map(String))
            for (const path of open) if (!files.expanded.has(path)) onToggle(path, true)
            for (const path of files.expanded) if (!open.has(path)) onToggle(path, false)
          }}
          onAction={(key) => {
            const entry = findEntry(files, String(key))
            if (entry?.kind === 'file') onOpen(entry)
            else if (entry !== null) onToggle(entry.path, !files.expanded.has(entry.path))
          }}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={empty}
        >
          {(node) => <FileRow node={node} onMenu={showMenu} />}
        </Tree>
      </Virtualizer>
      <span className="explorer-pointer" ref={pointer} />
      {menu !== null && <RowMenu anchor={anchor} label={menu.label} actions={menu.actions} onClose={() => setMenu(null)} />}
    </div>
  )
}

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null
}

/** False for the buttons inside a row, which the arrows lead to as well. */
function isRow(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('role') === 'row'
}

function entryAt(target: EventTarget, files: Files): TreeEntry | null {
  const path = rowOf(target)?.dataset.key
  return path === undefined ? null : findEntry(files, path)
}

function allPaths(files: Files): Set<string> {
  return new Set(Object.values(files.levels).flatMap((level) => level.entries.map((entry) => entry.path)))
}
