import { type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises'
import path from 'node:path'

/** What may wait in memory for the disk; more is dropped, and counted, so that a stuck disk can't take the memory. */
const MAX_WAITING = 16 * 1024 * 1024

/** How large a log may grow. */
export interface RotationLimits {
  /** Bytes after which the next file is begun. */
  size: number
  /** How many files there are, the current one included: `x.log`, `x.1.log`, ... */
  files: number
}

/**
 * Appends bytes to a file, and begins another one when it is full. Never throws and never waits: bytes go to the disk in the background, in order.
 * After a failure of the disk the log is silent until the next successful write.
 */
export class RotatingFile {
  private waiting: Uint8Array[] = []
  private waitingBytes = 0
  private dropped = 0
  private writing: Promise<void> | undefined
  private handle: FileHandle | undefined
  private size = 0

  constructor(
    readonly path: string,
    private readonly limits: RotationLimits,
  ) {}

  /** Bytes that were never written, because the disk failed or was too slow. */
  get lostBytes(): number {
    return this.dropped
  }

  /** The bytes must not be changed afterwards. */
  append(bytes: Uint8Array): void {
    if (this.waitingBytes + bytes.length > MAX_WAITING) {
      this.dropped += bytes.length
      return
    }
    this.waiting.push(bytes)
    this.waitingBytes += bytes.length
    this.writing ??= this.writeAll()
  }

  /** Resolves when everything appended so far is with the system. */
  async flush(): Promise<void> {
    while (this.writing !== undefined) await this.writing
  }

  /** Flushes and closes; a later `append` opens the file again. */
  async close(): Promise<void> {
    await this.flush()
    const { handle } = this
    this.handle = undefined
    await handle?.close().catch(() => undefined) // nothing is left to write
  }

  private async writeAll(): Promise<void> {
    // Whoever appends in this turn of the event loop is served by the same write.
    await Promise.resolve()
    while (this.waiting.length > 0) {
      const chunk = Buffer.concat(this.waiting)
      this.waiting = []
      this.waitingBytes = 0
      await this.writeChunk(chunk)
    }
    this.writing = undefined
  }

  private async writeChunk(chunk: Buffer): Promise<void> {
    for (let at = 0; at < chunk.length;) {
      try {
        const handle = await this.current()
        const part = chunk.subarray(at, at + Math.max(1, this.limits.size - this.size))
        await handle.appendFile(part)
        this.size += part.length
        at += part.length
      } catch {
        this.dropped += chunk.length - at
        return
      }
    }
  }

  private async current(): Promise<FileHandle> {
    if (this.handle === undefined) await mkdir(path.dirname(this.path), { recursive: true })
    this.handle ??= await this.openEnd()
    if (this.size < this.limits.size) return this.handle
    await this.handle.close()
    this.handle = undefined
    for (let index = this.limits.files - 2; index >= 0; index--) await renameIfThere(this.numbered(index), this.numbered(index + 1))
    this.handle = await this.openEnd()
    return this.handle
  }

  private async openEnd(): Promise<FileHandle> {
    const handle = await open(this.path, 'a')
    this.size = (await stat(this.path)).size
    return handle
  }

  private numbered(index: number): string {
    if (index === 0) return this.path
    const { dir, name, ext } = path.parse(this.path)
    return path.join(dir, `${name}.${index}${ext}`)
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
  }
}
