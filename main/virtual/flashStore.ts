import fs from 'node:fs'
import path from 'node:path'
import { type FlashFile, type FlashFolder, newFile, newFolder } from './flashTree'
import { SettingsStore } from './settingsStore'
import { type FlashIndex, type IndexEntry, parseIndex, salvageIndex } from './flashIndex'

const INDEX = 'index.json'
const BLOBS = 'files'
/** The board's folder for content whose name is lost. */
const FOUND = 'lost+found'

/**
 * The flash on the host's disk: a folder of blobs, and an index that says which blob is which file of the board. A blob is never
 * changed: new content goes into a new blob, and the index, replaced as a whole, switches to it. So any name works on any system,
 * and a crash at any moment leaves each file as it was before or as it is after.
 */
export class FlashStore {
  private readonly blobs: string
  private readonly index: string
  private lastBlob = 0
  /** What `load` had to mend, in words for the user. */
  damage: string | undefined

  /** Settings of programs: not among the files, but as lasting. */
  readonly settings: SettingsStore

  constructor(folder: string) {
    this.settings = new SettingsStore(folder)
    this.blobs = path.join(folder, BLOBS)
    this.index = path.join(folder, INDEX)
    fs.mkdirSync(this.blobs, { recursive: true })
  }

  /**
   * Reads everything, and clears away blobs that no file needs. A damaged index is kept aside, and what is whole is used: see `damage`.
   * Throws when the host refuses to read or write.
   */
  load(): FlashFolder {
    const root = newFolder(Date.now())
    const used = new Set<string>()
    const text = fs.existsSync(this.index) ? fs.readFileSync(this.index, 'utf8') : undefined
    const { entries, isWhole } = readEntries(text)
    const lost = entries.filter((entry) => !this.place(root, entry, used)).map(({ path: parts }) => `/${parts.join('/')}`)
    if (!isWhole || lost.length > 0) this.repair(root, used, lost)
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

  /** Puts what an entry stands for into the tree; false when its content is not there. */
  private place(root: FlashFolder, entry: IndexEntry, used: Set<string>): boolean {
    const folder = folderOf(root, entry.path)
    const name = entry.path.at(-1) ?? ''
    if (entry.blob === undefined) {
      folder.entries.set(name, newFolder(entry.modified))
      return true
    }
    const file = path.join(this.blobs, entry.blob)
    if (!fs.existsSync(file)) return false
    folder.entries.set(name, savedFile(entry.blob, new Uint8Array(fs.readFileSync(file)), entry.modified))
    used.add(entry.blob)
    return true
  }

  /** Keeps the damaged index aside, gives blobs that have lost their name one, and saves what there is now. */
  private repair(root: FlashFolder, used: Set<string>, lost: readonly string[]): void {
    const aside = `index-damaged-${Date.now()}.json`
    fs.copyFileSync(this.index, path.join(path.dirname(this.index), aside))
    const found = newFolder(Date.now())
    for (const blob of fs.readdirSync(this.blobs)) {
      if (used.has(blob) || !/^\d+$/.test(blob)) continue
      const file = path.join(this.blobs, blob)
      found.entries.set(blob, savedFile(blob, new Uint8Array(fs.readFileSync(file)), fs.statSync(file).mtimeMs))
      used.add(blob)
    }
    const name = freeName(root)
    if (found.entries.size > 0) root.entries.set(name, found)
    this.saveTree(root)
    const parts = [
      "The list of this board's files on the computer was damaged; what is whole was kept.",
      ...(lost.length > 0 ? [`Lost: ${lost.join(', ')}.`] : []),
      ...(found.entries.size > 0 ? [`Files without their names are in /${name}.`] : []),
      `The damaged list is kept as ${aside}.`,
    ]
    this.damage = parts.join(' ')
  }

  private clearUnused(used: Set<string>): void {
    for (const blob of fs.readdirSync(this.blobs)) {
      this.lastBlob = Math.max(this.lastBlob, Number.parseInt(blob, 10) || 0)
      if (!used.has(blob)) this.removeBlob(blob)
    }
  }
}

function readEntries(text: string | undefined): { entries: IndexEntry[]; isWhole: boolean } {
  if (text === undefined) return { entries: [], isWhole: true }
  try {
    return { entries: parseIndex(text).entries, isWhole: true }
  } catch {
    // Told by `damage`.
    return { entries: salvageIndex(text).entries, isWhole: false }
  }
}

function savedFile(blob: string, data: Uint8Array<ArrayBuffer>, modified: number): FlashFile {
  return { ...newFile(modified), data, size: data.length, saved: { blob, size: data.length, modified }, changed: false }
}

/** The folder of a path; made anew where a damaged index has lost it. */
function folderOf(root: FlashFolder, parts: readonly string[]): FlashFolder {
  let folder = root
  for (const part of parts.slice(0, -1)) {
    const there = folder.entries.get(part)
    const next = there?.kind === 'folder' ? there : newFolder(Date.now())
    folder.entries.set(part, next)
    folder = next
  }
  return folder
}

function freeName(root: FlashFolder): string {
  let name = FOUND
  while (root.entries.has(name)) name += '-'
  return name
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
