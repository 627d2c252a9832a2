import type { BoardConsole } from './boardConsole'
import { BLOCKS, BLOCK_BYTES, type Flash } from './flash'
import { Errno, FlashError } from './flashError'
import { type FlashNode, newFile, pathParts } from './flashTree'
import type { GuestMemory } from './guestMemory'
import { type OpenFile, OpenFlag, openedFile, openedFolder, rawConsole, textConsole } from './openFiles'

/** File numbers that are open from the start: text in, text out, errors, and the same as bytes. */
export const StandardFile = { input: 0, output: 1, error: 2, rawInput: 3, rawOutput: 4 } as const

/** The firmware's own number for "interrupted": it raises what is pending and tries again. */
const INTERRUPTED = 27
const MAX_OPEN = 64
const NAME_BYTES = 256
const DIRECTORY_ENTRY_BYTES = 280
const TYPE_FOLDER = 4
const TYPE_FILE = 8
const MODE_FOLDER = 0o040000
const MODE_FILE = 0o100000
const CAN_READ = 1
const CAN_WRITE = 4

/** Files that only the board's own code knows, by path. */
export type SpecialFiles = ReadonlyMap<string, () => OpenFile>

/** What `stat` says of a special file. */
const SPECIAL_NODE = newFile(0)

type Import = (...args: number[]) => number

/** The operating system that the firmware believes to run on: files of the flash, and the console. */
export class SystemCalls {
  private readonly files: (OpenFile | undefined)[]
  private folder = '/'

  constructor(
    private readonly memory: GuestMemory,
    private readonly console: BoardConsole,
    private readonly flash: Flash,
    private readonly special: SpecialFiles,
  ) {
    const text = textConsole(console)
    const raw = rawConsole(console)
    this.files = [text, text, text, raw, raw]
  }

  /** Closes everything, as a board does in a soft reset, and saves it. Returns false when a file could not be saved. */
  closeAll(): boolean {
    const results = [...this.files.keys()].map((number) => Math.abs(failing(() => this.close(number))(0)))
    return results.every((errno) => errno === 0)
  }

  /** Saves everything that is open. */
  syncAll(): void {
    for (const file of this.files) file?.sync()
  }

  /** Functions for the firmware's imports. Those of the first kind return a negative error number, the others a positive one. */
  imports(): { env: Record<string, Import>; wasi: Record<string, Import> } {
    const { memory, flash } = this
    return {
      env: {
        __syscall_chdir: failing((path) => {
          const name = memory.text(path)
          if (flash.find(name, this.folder).kind !== 'folder') throw new FlashError(Errno.ENOTDIR)
          this.folder = `/${pathParts(name, this.folder).join('/')}`
        }),
        __syscall_getcwd: (buffer, size) => memory.putText(this.folder, buffer, size),
        __syscall_openat: failing((_folder, path, flags) => this.open(memory.text(path), flags)),
        __syscall_mkdirat: failing((_folder, path) => flash.createFolder(memory.text(path), this.folder)),
        __syscall_rmdir: failing((path) => flash.removeFolder(memory.text(path), this.folder)),
        __syscall_unlinkat: failing((_folder, path, flags) =>
          flags === 0 ? flash.removeFile(memory.text(path), this.folder) : flash.removeFolder(memory.text(path), this.folder),
        ),
        __syscall_renameat: failing((_from, from, _to, to) => flash.rename(memory.text(from), memory.text(to), this.folder)),
        __syscall_stat64: failing((path, buffer) => this.putStat(this.find(path), buffer)),
        __syscall_lstat64: failing((path, buffer) => this.putStat(this.find(path), buffer)),
        __syscall_newfstatat: failing((_folder, path, buffer) => this.putStat(this.find(path), buffer)),
        __syscall_fstat64: failing((number, buffer) => {
          const { file, listing } = this.opened(number)
          const node = file ?? listing?.folder
          if (node === undefined) throw new FlashError(Errno.EINVAL)
          this.putStat(node, buffer)
        }),
        __syscall_statfs64: failing((path, _size, buffer) => {
          flash.find(memory.text(path), this.folder)
          this.putStorage(buffer)
        }),
        __syscall_getdents64: failing((number, buffer, size) => this.putEntries(number, buffer, size)),
        __syscall_poll: (polled, count) => this.poll(polled, count),
      },
      wasi: {
        fd_close: positive((number) => this.close(number)),
        fd_sync: positive((number) => {
          this.opened(number).sync()
        }),
        fd_read: positive((number, vectors, count, total) => this.read(number, vectors, count, total)),
        fd_write: positive((number, vectors, count, total) => {
          const file = this.opened(number)
          memory.word(total, 0)
          for (const bytes of memory.vectors(vectors, count)) {
            file.write(bytes)
            memory.word(total, memory.wordAt(total) + bytes.length)
          }
        }),
        fd_seek: positive((number, offset, whence, result) => {
          // The offset comes as a 64 bit integer.
          memory.long(result, this.opened(number).seek(Number(BigInt(offset)), whence))
        }),
      },
    }
  }

  private find(path: number): FlashNode {
    const name = this.memory.text(path)
    return this.special.has(name) ? SPECIAL_NODE : this.flash.find(name, this.folder)
  }

  private opened(number: number): OpenFile {
    const file = this.files[number]
    if (file === undefined) throw new FlashError(Errno.EBADF)
    return file
  }

  private open(path: string, flags: number): number {
    const special = this.special.get(path)
    let number = this.files.indexOf(undefined)
    if (number < 0) number = this.files.length
    if (number >= MAX_OPEN) throw new FlashError(Errno.EMFILE)
    this.files[number] = special === undefined ? this.openNode(path, flags) : special()
    return number
  }

  private openNode(path: string, flags: number): OpenFile {
    let node: FlashNode
    try {
      node = this.flash.find(path, this.folder)
      if ((flags & OpenFlag.create) !== 0 && (flags & OpenFlag.exclusive) !== 0) throw new FlashError(Errno.EEXIST)
    } catch (error) {
      if (!(error instanceof FlashError) || error.errno !== Errno.ENOENT || (flags & OpenFlag.create) === 0) throw error
      node = this.flash.createFile(path, this.folder)
    }
    if (node.kind === 'file') {
      if ((flags & OpenFlag.folder) !== 0) throw new FlashError(Errno.ENOTDIR)
      return openedFile(this.flash, node, flags)
    }
    if ((flags & (OpenFlag.write | OpenFlag.readWrite)) !== 0) throw new FlashError(Errno.EISDIR)
    return openedFolder(node)
  }

  private close(number: number): void {
    const file = this.files[number]
    if (number <= StandardFile.rawOutput || file === undefined) return
    this.files[number] = undefined
    file.sync()
  }

  private read(number: number, vectors: number, count: number, total: number): number {
    const file = this.opened(number)
    let done = 0
    for (const target of this.memory.vectors(vectors, count)) {
      const bytes = file.read(target.length)
      target.set(bytes)
      done += bytes.length
      if (bytes.length === 0 && target.length > 0 && this.isConsole(number) && this.console.interrupted()) return INTERRUPTED
      if (bytes.length < target.length) break
    }
    this.memory.word(total, done)
    return 0
  }

  private isConsole(number: number): boolean {
    return number <= StandardFile.rawOutput
  }

  private poll(polled: number, count: number): number {
    let ready = 0
    for (let i = 0; i < count; i++) {
      const entry = polled + 8 * i
      const number = this.memory.wordAt(entry)
      const wanted = this.memory.halfAt(entry + 4)
      if (this.isConsole(number) && (wanted & CAN_READ) !== 0) this.console.inputAwaited = true
      const able = this.isConsole(number) && !this.console.hasInput ? CAN_WRITE : CAN_READ | CAN_WRITE
      this.memory.half(entry + 6, able & wanted)
      if ((able & wanted) !== 0) ready++
    }
    return ready
  }

  private putStat(node: FlashNode, buffer: number): void {
    const { memory } = this
    const size = node.kind === 'file' ? node.size : 0
    const seconds = Math.floor(node.modified / 1000)
    memory.clear(buffer, 96)
    memory.word(buffer + 4, node.kind === 'file' ? MODE_FILE : MODE_FOLDER)
    memory.word(buffer + 8, 1)
    memory.long(buffer + 24, size)
    memory.word(buffer + 32, BLOCK_BYTES)
    memory.word(buffer + 36, Math.ceil(size / BLOCK_BYTES))
    for (const time of [40, 56, 72]) memory.long(buffer + time, seconds)
    memory.long(buffer + 88, node.id)
  }

  private putStorage(buffer: number): void {
    const { memory } = this
    memory.clear(buffer, 88)
    memory.word(buffer + 4, BLOCK_BYTES)
    memory.long(buffer + 8, BLOCKS)
    memory.long(buffer + 16, this.flash.freeBlocks)
    memory.long(buffer + 24, this.flash.freeBlocks)
    memory.word(buffer + 56, NAME_BYTES - 1)
    memory.word(buffer + 60, BLOCK_BYTES)
  }

  private putEntries(number: number, buffer: number, size: number): number {
    const { listing } = this.opened(number)
    if (listing === undefined) throw new FlashError(Errno.ENOTDIR)
    let at = 0
    while (listing.next < listing.names.length && at + DIRECTORY_ENTRY_BYTES <= size) {
      const name = listing.names[listing.next++] ?? ''
      const node = listing.folder.entries.get(name)
      if (node === undefined) continue // removed meanwhile
      const entry = buffer + at
      this.memory.long(entry, node.id)
      this.memory.long(entry + 8, listing.next)
      this.memory.half(entry + 16, DIRECTORY_ENTRY_BYTES)
      this.memory.byte(entry + 18, node.kind === 'folder' ? TYPE_FOLDER : TYPE_FILE)
      this.memory.putText(name, entry + 19, NAME_BYTES)
      at += DIRECTORY_ENTRY_BYTES
    }
    return at
  }
}

function failing(call: (...args: [number, number, number, number]) => unknown): Import {
  return (...args) => {
    try {
      const result = call(...(args as [number, number, number, number]))
      return typeof result === 'number' ? result : 0
    } catch (error) {
      if (error instanceof FlashError) return -error.errno
      throw error
    }
  }
}

function positive(call: (...args: [number, number, number, number]) => unknown): Import {
  const inner = failing(call)
  return (...args) => Math.abs(inner(...args))
}
