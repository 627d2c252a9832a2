import { Errno, FlashError } from './flashError'
import type { FlashStore } from './flashStore'
import type { SettingsStore } from './settingsStore'
import { type FlashFile, type FlashFolder, type FlashNode, newFile, newFolder, pathParts } from './flashTree'

/** Bytes of a block; a file takes whole ones. */
export const BLOCK_BYTES = 4_096
/** 2 MB. */
export const BLOCKS = 512
/** The root, and each folder: two blocks, as LittleFS needs for its metadata. */
const FOLDER_BLOCKS = 2
const NAME_BYTES = 255

/** The board's storage: a tree in memory with a true size, saved to the host. Failures are FlashErrors. */
export class Flash {
  private readonly root: FlashFolder
  private usedBlocks: number

  constructor(private readonly store: FlashStore) {
    this.root = store.load()
    this.usedBlocks = FOLDER_BLOCKS + blocksBelow(this.root)
  }

  /** What programs keep beside the files. */
  get settings(): SettingsStore {
    return this.store.settings
  }

  get freeBlocks(): number {
    return BLOCKS - this.usedBlocks
  }

  /** ENOENT when there is nothing, ENOTDIR when something above it is a file. */
  find(path: string, folder: string): FlashNode {
    let node: FlashNode = this.root
    for (const part of pathParts(path, folder)) {
      if (node.kind !== 'folder') throw new FlashError(Errno.ENOTDIR)
      const next = node.entries.get(part)
      if (next === undefined) throw new FlashError(Errno.ENOENT)
      node = next
    }
    return node
  }

  /** Makes an empty file. EEXIST, ENOENT, ENOSPC. */
  createFile(path: string, folder: string): FlashFile {
    const place = this.place(path, folder)
    if (place.node !== undefined) throw new FlashError(Errno.EEXIST)
    const file = newFile(Date.now())
    this.charge(blocksOf(0))
    place.parent.entries.set(place.name, file)
    return file
  }

  createFolder(path: string, folder: string): void {
    const place = this.place(path, folder)
    if (place.node !== undefined) throw new FlashError(Errno.EEXIST)
    this.charge(FOLDER_BLOCKS)
    place.parent.entries.set(place.name, newFolder(Date.now()))
    this.saveTree()
  }

  /** Removes a file. EISDIR for a folder. */
  removeFile(path: string, folder: string): void {
    const place = this.place(path, folder)
    if (place.node === undefined) throw new FlashError(Errno.ENOENT)
    if (place.node.kind === 'folder') throw new FlashError(Errno.EISDIR)
    place.parent.entries.delete(place.name)
    this.saveTree()
    this.forget(place.node)
  }

  /** Removes an empty folder. */
  removeFolder(path: string, folder: string): void {
    const place = this.place(path, folder)
    if (place.node === undefined) throw new FlashError(Errno.ENOENT)
    if (place.node.kind !== 'folder') throw new FlashError(Errno.ENOTDIR)
    if (place.node.entries.size > 0) throw new FlashError(Errno.ENOTEMPTY)
    place.parent.entries.delete(place.name)
    this.usedBlocks -= FOLDER_BLOCKS
    this.saveTree()
  }

  /** Gives a file or folder another path. A file, or an empty folder, that is there already is replaced. */
  rename(from: string, to: string, folder: string): void {
    const source = this.place(from, folder)
    const target = this.place(to, folder)
    const moved = source.node
    if (moved === undefined) throw new FlashError(Errno.ENOENT)
    if (moved === target.node) return
    if (moved.kind === 'folder' && contains(moved, target.parent)) throw new FlashError(Errno.EINVAL)
    const replaced = target.node
    if (replaced?.kind === 'folder') {
      if (moved.kind === 'file') throw new FlashError(Errno.EISDIR)
      if (replaced.entries.size > 0) throw new FlashError(Errno.ENOTEMPTY)
      this.usedBlocks -= FOLDER_BLOCKS
    } else if (replaced !== undefined && moved.kind === 'folder') throw new FlashError(Errno.ENOTDIR)
    source.parent.entries.delete(source.name)
    target.parent.entries.set(target.name, moved)
    this.saveTree()
    if (replaced?.kind === 'file') this.forget(replaced)
  }

  /** Gives the file room for `size` bytes, or fails with ENOSPC and changes nothing; what is new reads as 0. */
  resize(file: FlashFile, size: number): void {
    if (!file.linked) throw new FlashError(Errno.EBADF)
    this.charge(blocksOf(size) - blocksOf(file.size))
    if (size > file.data.length) {
      const grown = new Uint8Array(Math.max(size, Math.min(file.data.length * 2, BLOCKS * BLOCK_BYTES)))
      grown.set(file.data.subarray(0, file.size))
      file.data = grown
    } else file.data.fill(0, Math.min(size, file.size), Math.max(size, file.size))
    file.size = size
    file.changed = true
    file.modified = Date.now()
  }

  /** Saves what was written to a file, to survive the end of the app. EIO when the host cannot. */
  commit(file: FlashFile): void {
    if (!file.changed || !file.linked) return
    onHost(() => {
      const before = this.store.saveContent(file)
      this.store.saveTree(this.root)
      this.store.removeBlob(before)
    })
  }

  /** Gives back what a removed file took. To be called once nothing has it open. */
  private forget(file: FlashFile): void {
    file.linked = false
    this.usedBlocks -= blocksOf(file.size)
    file.size = 0
    onHost(() => {
      this.store.removeBlob(file.saved?.blob)
    })
  }

  private saveTree(): void {
    onHost(() => {
      this.store.saveTree(this.root)
    })
  }

  private charge(blocks: number): void {
    if (blocks > this.freeBlocks) throw new FlashError(Errno.ENOSPC)
    this.usedBlocks += blocks
  }

  private place(path: string, folder: string): { parent: FlashFolder; name: string; node: FlashNode | undefined } {
    const parts = pathParts(path, folder)
    const name = parts.pop()
    if (name === undefined) throw new FlashError(Errno.EINVAL)
    if (Buffer.byteLength(name) > NAME_BYTES) throw new FlashError(Errno.ENAMETOOLONG)
    const parent = this.find(`/${parts.join('/')}`, '/')
    if (parent.kind !== 'folder') throw new FlashError(Errno.ENOTDIR)
    return { parent, name, node: parent.entries.get(name) }
  }
}

/** Even an empty file takes a block, as its entry has to stand somewhere. */
function blocksOf(size: number): number {
  return Math.max(1, Math.ceil(size / BLOCK_BYTES))
}

function blocksBelow(folder: FlashFolder): number {
  let blocks = 0
  for (const node of folder.entries.values()) blocks += node.kind === 'file' ? blocksOf(node.size) : FOLDER_BLOCKS + blocksBelow(node)
  return blocks
}

function contains(folder: FlashFolder, wanted: FlashFolder): boolean {
  if (folder === wanted) return true
  for (const node of folder.entries.values()) if (node.kind === 'folder' && contains(node, wanted)) return true
  return false
}

function onHost(work: () => void): void {
  try {
    work()
  } catch (error) {
    throw new FlashError(Errno.EIO, { cause: error })
  }
}
