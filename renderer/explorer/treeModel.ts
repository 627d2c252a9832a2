/** A file or folder in a tree, on the board or the computer. */
export interface TreeEntry {
  name: string
  /** Absolute. */
  path: string
  kind: 'file' | 'folder'
  /** Bytes; 0 for a folder. */
  size: number
}

/** One folder's level as last listed. */
export interface FolderLevel {
  entries: readonly TreeEntry[]
  /** Milliseconds since 1970. */
  listedAt: number
}

/** What is known and shown of one side's files. Values are never changed in place. */
export interface FileTree {
  levels: Readonly<Record<string, FolderLevel>>
  expanded: ReadonlySet<string>
  loading: ReadonlySet<string>
}

/** A row of a tree with the rows below it. */
export interface TreeNode {
  /** The entry's path. */
  id: string
  entry: TreeEntry
  children: readonly TreeNode[]
  loading: boolean
}

/** How a side's paths are nested. */
export type Within = (folder: string, path: string) => boolean

export const emptyTree: FileTree = { levels: {}, expanded: new Set(), loading: new Set() }

/** Folders deeper than this are not drawn: a hostile board could nest without end. */
const MAX_DEPTH = 64
const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Folders first, then by name as people sort: `a2` before `a10`. */
export function sortEntries(entries: readonly TreeEntry[]): TreeEntry[] {
  return entries.toSorted((a, b) => {
    if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1
    return names.compare(a.name, b.name) || (a.name < b.name ? -1 : 1)
  })
}

/** The rows below a folder, as far as they are expanded. */
export function nodesOf(tree: FileTree, folder: string, depth = 0): TreeNode[] {
  const level = tree.levels[folder]
  if (level === undefined || depth >= MAX_DEPTH) return []
  return level.entries.map((entry) => ({
    id: entry.path,
    entry,
    children: entry.kind === 'folder' && tree.expanded.has(entry.path) ? nodesOf(tree, entry.path, depth + 1) : [],
    loading: tree.loading.has(entry.path),
  }))
}

/** Takes in a folder's newer listing; what was known below folders that are gone is forgotten. */
export function withLevel(tree: FileTree, folder: string, entries: readonly TreeEntry[], listedAt: number, within: Within): FileTree {
  const sorted = sortEntries(entries)
  const present = new Set(sorted.filter((entry) => entry.kind === 'folder').map((entry) => entry.path))
  const old = tree.levels[folder]?.entries ?? []
  const gone = old.filter((entry) => entry.kind === 'folder' && !present.has(entry.path)).map((entry) => entry.path)
  const stays = (path: string): boolean => !gone.some((lost) => within(lost, path))
  return {
    levels: { ...Object.fromEntries(Object.entries(tree.levels).filter(([path]) => stays(path))), [folder]: { entries: sorted, listedAt } },
    expanded: new Set([...tree.expanded].filter(stays)),
    loading: new Set([...tree.loading].filter((path) => path !== folder && stays(path))),
  }
}

/** Opens or closes a folder. */
export function withExpanded(tree: FileTree, folder: string, open: boolean): FileTree {
  const expanded = new Set(tree.expanded)
  if (open) expanded.add(folder)
  else expanded.delete(folder)
  return { ...tree, expanded }
}

/** Marks a folder as being listed, or not any more. */
export function withLoading(tree: FileTree, folder: string, on: boolean): FileTree {
  const loading = new Set(tree.loading)
  if (on) loading.add(folder)
  else loading.delete(folder)
  return { ...tree, loading }
}

/** The listed entry of that path, or null. */
export function findEntry(tree: FileTree, path: string): TreeEntry | null {
  for (const level of Object.values(tree.levels)) {
    const entry = level.entries.find((candidate) => candidate.path === path)
    if (entry !== undefined) return entry
  }
  return null
}

/** Leaves out what lies below another of the paths: a folder stands for all that is in it. */
export function topmost(paths: readonly string[], within: Within): string[] {
  return paths.filter((path) => !paths.some((other) => other !== path && within(other, path)))
}
