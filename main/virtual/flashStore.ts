import fs from 'node:fs'
import path from 'node:path'
import { type FlashFile, type FlashFolder, newFile, newFolder } from './flashTree'
import { type FlashIndex, parseIndex } from './flashIndex'

const INDEX = 'index.json'
const BLOBS = 'files'

/**
 * The flash on the host's disk: a folder of blobs, and an index that says which blob is which file of the board. A blob is never
 * changed: new content goes into a new blob, and the index, replaced as a whole, switches to it. So any name works on any system,
 * and a crash at any moment leaves each file as it was before or as it is after.
 */
export class FlashStore {
  private readonly blobs: string
  private readonly index: string
  private lastBlob = 0

  constructor(folder: string) {
    this.blobs = path.join(folder, BLOBS)
    this.index = path.join(folder, INDEX)
    fs.mkdirSync(this.blobs, { recursive: true })
  }

  /** Reads everything, and clears away blobs that no file needs. Throws when the index cannot be understood. */
  load(): FlashFolder {
    const root = newFolder(Date.now())
    const used = new Set<string>()
    for (const entry of this.readIndex().entries) {
      const folder = folderOf(root, entry.path)
      const name = entry.path.at(-1) ?? ''
      if (entry.blob === undefined) {
        folder.entries.set(name, newFolder(entry.modified))
        continue
      }
      const file = newFile(entry.modified)
      file.data = new Uint8Array(fs.readFileSync(path.join(this.blobs, entry.blob)))
      file.size = file.data.length
      file.saved = { blob: entry.blob, size: file.size, modified: entry.modified }
      file.changed = false
      folder.entries.set(name, file)
      used.add(entry.blob)
    }
    this.clearUnused(used)
    return root
  }

  /** Writes the file's content; it counts only once the tree is saved. Returns the blob it replaces, to be removed after that. */
  saveContent(file: FlashFile): string | undefined {
    const before = file.saved?.blob
    const blob = `${++this.lastBlob}`
    fs.writeFileSync(path.join(this.blobs, blob), file.data.subarray(0, file.size))
    file.saved = { blob, size: file.size, modified: file.modified }
    file.changed = false
    return before
  }

  /** Replaces the index with one of this tree. Files that were never saved are left out. */
  saveTree(root: FlashFolder): void {
    const temporary = `${this.index}.new`
    fs.writeFileSync(temporary, JSON.stringify(describe(root)))
    fs.renameSync(temporary, this.index)
  }

  /** Removes a blob that the saved index doesn't name any more. */
  removeBlob(blob: string | undefined): void {
    if (blob !== undefined) fs.rmSync(path.join(this.blobs, blob), { force: true })
  }

  private readIndex(): FlashIndex {
    if (!fs.existsSync(this.index)) return { entries: [] }
    return parseIndex(fs.readFileSync(this.index, 'utf8'))
  }

  private clearUnused(used: Set<string>): void {
    for (const blob of fs.readdirSync(this.blobs)) {
      this.lastBlob = Math.max(this.lastBlob, Number.parseInt(blob, 10) || 0)
      if (!used.has(blob)) this.removeBlob(blob)
    }
  }
}

function folderOf(root: FlashFolder, parts: readonly string[]): FlashFolder {
  let folder = root
  for (const part of parts.slice(0, -1)) {
    const next = folder.entries.get(part)
    if (next?.kind !== 'folder') throw new Error(`The index of the flash has ${parts.join('/')} in no folder`)
    folder = next
  }
  return folder
}

function describe(root: FlashFolder): FlashIndex {
  const entries: FlashIndex['entries'] = []
  const visit = (folder: FlashFolder, above: string[]): void => {
    for (const [name, node] of folder.entries) {
      const here = [...above, name]
      if (node.kind === 'folder') {
        entries.push({ path: here, modified: node.modified })
        visit(node, here)
      } else if (node.saved !== undefined) entries.push({ path: here, modified: node.saved.modified, blob: node.saved.blob })
    }
  }
  visit(root, [])
  return { entries }
}
