import { type DirectoryDropItem, type DropItem, type FileDropItem, isDirectoryDropItem, isFileDropItem } from 'react-aria-components'

/** Files and folders dragged in from the desktop; paths are relative, parts joined by `/`. */
export interface Dropped {
  files: { path: string; file: File }[]
  /** Each before what is in it. */
  folders: string[]
  /** True: there was more than can be taken. */
  cut: boolean
}

/** More than this is no program for a board, but a home folder that slipped. */
const MAX_DROPPED = 2_000
const MAX_DEPTH = 32

/** Reads what was dropped, folders with all that is in them. */
export async function readDropped(items: readonly DropItem[]): Promise<Dropped> {
  const dropped: Dropped = { files: [], folders: [], cut: false }
  const wanted = items.filter((item): item is FileDropItem | DirectoryDropItem => isFileDropItem(item) || isDirectoryDropItem(item))
  for (const item of wanted) await take(item, '', 0, dropped)
  return dropped
}

async function take(item: FileDropItem | DirectoryDropItem, folder: string, depth: number, into: Dropped): Promise<void> {
  if (into.files.length + into.folders.length >= MAX_DROPPED || depth > MAX_DEPTH) {
    into.cut = true
    return
  }
  const path = `${folder}${item.name}`
  if (item.kind === 'file') {
    into.files.push({ path, file: await item.getFile() })
    return
  }
  into.folders.push(path)
  for await (const entry of item.getEntries()) await take(entry, `${path}/`, depth + 1, into)
}
