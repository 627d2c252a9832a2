import { lstat, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { TreeCount, WorkspaceEntry } from '../../shared/workspace'
import { isTemporaryName } from './atomicWrite'

/** The files and folders of one folder, folders first, by name. Links count as what they lead to; devices and sockets are left out. */
export async function listFolder(folder: string): Promise<WorkspaceEntry[]> {
  const names = (await readdir(folder)).filter((name) => !isTemporaryName(name))
  const entries = await Promise.all(names.map((name) => entryAt(folder, name)))
  return entries.filter((entry) => entry !== undefined).sort(foldersFirst)
}

/** How much lies below a folder; links are counted as files and not followed. A file counts itself. */
export async function countTree(top: string): Promise<TreeCount> {
  if (!(await lstat(top)).isDirectory()) return { files: 1, folders: 0 }
  const count = { files: 0, folders: 0 }
  const waiting = [top]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        count.folders += 1
        waiting.push(path.join(folder, entry.name))
      } else count.files += 1
    }
  }
  return count
}

async function entryAt(folder: string, name: string): Promise<WorkspaceEntry | undefined> {
  const full = path.join(folder, name)
  const facts = await factsOf(full)
  if (facts === undefined) return undefined
  const mtime = facts.mtimeMs
  if (facts.isDirectory()) return { name, path: full, kind: 'folder', size: 0, mtime }
  if (facts.isFile() || facts.isSymbolicLink()) return { name, path: full, kind: 'file', size: facts.isFile() ? facts.size : 0, mtime }
  return undefined
}

/** A link that leads nowhere is shown as itself; what vanished meanwhile is not shown. */
async function factsOf(full: string) {
  try {
    return await stat(full)
  } catch {
    try {
      return await lstat(full)
    } catch {
      return undefined
    }
  }
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function foldersFirst(a: WorkspaceEntry, b: WorkspaceEntry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1
  return names.compare(a.name, b.name)
}
