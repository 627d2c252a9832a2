import type { BoardConsole } from './boardConsole'
import type { Flash } from './flash'
import { Errno, FlashError } from './flashError'
import { type FlashFile, type FlashFolder } from './flashTree'

/** What a file number stands for. */
export interface OpenFile {
  read: (limit: number) => Uint8Array
  write: (bytes: Uint8Array) => void
  /** Moves the position; `whence` is 0 (start), 1 (here) or 2 (end). Returns the new one. */
  seek: (offset: number, whence: number) => number
  /** Saves what was written. */
  sync: () => void
  /** Present for a file of the flash. */
  file?: FlashFile
  /** Present for a folder that is being listed: what is still to come. */
  listing?: { folder: FlashFolder; names: string[]; next: number }
}

/** Bits of the flags of `open`, as musl has them. */
export const OpenFlag = { write: 1, readWrite: 2, create: 0x40, exclusive: 0x80, truncate: 0x200, append: 0x400, folder: 0x10000 } as const

const CR = 0x0d
const LF = 0x0a

/** The console as text: what is typed with Enter arrives as LF, as on a board. An interrupted read has no bytes: see `systemCalls`. */
export function textConsole(console: BoardConsole): OpenFile {
  return {
    ...rawConsole(console),
    read: (limit) => readConsole(console, limit).map((byte) => (byte === CR ? LF : byte)),
    write: (bytes) => console.writeText(bytes),
  }
}

/** The console as bytes. */
export function rawConsole(console: BoardConsole): OpenFile {
  return { read: (limit) => readConsole(console, limit), write: (bytes) => console.write(bytes), seek: notSeekable, sync: nothing }
}

function readConsole(console: BoardConsole, limit: number): Uint8Array {
  const bytes: number[] = []
  if (limit > 0) {
    const first = console.readByte()
    if (first >= 0) bytes.push(first)
    while (bytes.length > 0 && bytes.length < limit) {
      const byte = console.tryReadByte()
      if (byte < 0) break
      bytes.push(byte)
    }
  }
  return Uint8Array.from(bytes)
}

/** A file of the flash. It is saved by `sync`, and when it is closed. */
export function openedFile(flash: Flash, file: FlashFile, flags: number): OpenFile {
  let position = 0
  const writable = (flags & (OpenFlag.write | OpenFlag.readWrite)) !== 0
  const readable = (flags & OpenFlag.write) === 0
  if (writable && (flags & OpenFlag.truncate) !== 0) flash.resize(file, 0)
  return {
    file,
    read(limit) {
      if (!readable) throw new FlashError(Errno.EBADF)
      const bytes = file.data.subarray(position, Math.min(file.size, position + limit))
      position += bytes.length
      return bytes
    },
    write(bytes) {
      if (!writable) throw new FlashError(Errno.EBADF)
      if ((flags & OpenFlag.append) !== 0) position = file.size
      const end = position + bytes.length
      if (end > file.size) flash.resize(file, end)
      file.data.set(bytes, position)
      file.changed = true
      position = end
    },
    seek(offset, whence) {
      const target = offset + (whence === 1 ? position : whence === 2 ? file.size : 0)
      if (target < 0) throw new FlashError(Errno.EINVAL)
      position = target
      return position
    },
    sync() {
      flash.commit(file)
    },
  }
}

/** A folder, opened to be listed. */
export function openedFolder(folder: FlashFolder): OpenFile {
  return {
    read: notReadable,
    write: notReadable,
    seek: notSeekable,
    sync: nothing,
    listing: { folder, names: [...folder.entries.keys()], next: 0 },
  }
}

/** Bytes made as they are read, such as chance. */
export function source(make: (limit: number) => Uint8Array): OpenFile {
  return { read: make, write: notReadable, seek: notSeekable, sync: nothing }
}

/** Takes bytes as they are written. */
export function sink(take: (bytes: Uint8Array) => void): OpenFile {
  return { read: notReadable, write: take, seek: notSeekable, sync: nothing }
}

function notSeekable(): never {
  throw new FlashError(Errno.EINVAL)
}

function notReadable(): never {
  throw new FlashError(Errno.EISDIR)
}

function nothing(): void {
  // There is nothing to save.
}
