import type { SyncEntry, UnusableReason } from '../../shared/sync'

/** One side of a plan: what lies below its folder, by path. */
export interface SyncTree {
  entries: Map<string, SyncEntry>
  /** Entries of the other side that this one could not have, or that can't be read here. */
  unusable: Map<string, UnusableReason>
  /** What was left out by the excludes. */
  excluded: number
}

/** The parts of a path, joined: `a`, `a/b` for `a/b/c`. */
export function parentsOf(path: string): string[] {
  const parents: string[] = []
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) parents.push(path.slice(0, at))
  return parents
}

/** Parents first, then by name; the same on every computer. */
export function byPath(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [x = '', y = ''] = [left[at], right[at]]
    if (x !== y) return x < y ? -1 : 1
  }
  return left.length - right.length
}

/** True when both are the same file, as far as is known, or both folders. */
export function isSameEntry(a: SyncEntry | null | undefined, b: SyncEntry | null | undefined): boolean {
  if (a == null || b == null) return a == null && b == null
  if (a.kind !== b.kind) return false
  return a.kind === 'folder' || (a.size === b.size && a.sha256 !== undefined && a.sha256 === b.sha256)
}
