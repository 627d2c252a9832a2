/** A file: its bytes lie at the start of `data`, which may be longer. */
export interface FlashFile {
  kind: 'file'
  id: number
  data: Uint8Array<ArrayBuffer>
  size: number
  /** Milliseconds since 1970. */
  modified: number
  /** Where its last saved content lies on the host; absent as long as it was never saved. */
  saved?: SavedContent
  /** True when it differs from what is saved. */
  changed: boolean
  /** False once it was removed; it may still be open then. */
  linked: boolean
}

/** Content of a file as the host keeps it. */
export interface SavedContent {
  blob: string
  size: number
  modified: number
}

export interface FlashFolder {
  kind: 'folder'
  id: number
  modified: number
  entries: Map<string, FlashNode>
}

export type FlashNode = FlashFile | FlashFolder

let lastId = 0

/** An empty file that was never saved. */
export function newFile(modified: number): FlashFile {
  return { kind: 'file', id: ++lastId, data: new Uint8Array(0), size: 0, modified, changed: true, linked: true }
}

export function newFolder(modified: number): FlashFolder {
  return { kind: 'folder', id: ++lastId, modified, entries: new Map() }
}

/** The names of an absolute path, with `.` and `..` resolved; empty for the root. */
export function pathParts(path: string, folder: string): string[] {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts
}
