import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, unlink, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../../shared/clock'
import { isTemporaryName, writeAtomic } from '../workspace/atomicWrite'

/** When the store is full it is emptied down to this part of its limit, so that not every file that is added clears up. */
const CLEARED_TO = 0.9
/** A temporary file this old (milliseconds) belongs to no write any more. */
const ABANDONED_MS = 24 * 3600 * 1000

const SHA256 = /^[0-9a-f]{64}$/

/**
 * Contents by their SHA-256, each a file that is written once and whole. What nobody put in or touched for longest goes first when the limit
 * (bytes) is passed. Several processes may use one folder. Rejects with the system's errors.
 */
export class BlobStore {
  private known: Promise<number> | undefined
  private clearing: Promise<void> | undefined

  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
    private readonly limit: () => number,
  ) {}

  /** Keeps the bytes and answers their hash. They are on the disk then. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if ((await this.touch(sha256)) !== undefined) return sha256
    const file = this.pathOf(sha256)
    // Counted before the new one is there.
    await this.used()
    await mkdir(path.dirname(file), { recursive: true })
    await writeAtomic(file, bytes)
    await this.age(file)
    this.known = this.used().then((used) => used + bytes.length)
    if ((await this.known) > this.limit()) await this.clear()
    return sha256
  }

  /** The size in bytes, when it is there; it counts as new again. */
  async touch(sha256: string): Promise<number | undefined> {
    const size = await this.sizeOf(sha256)
    if (size !== undefined) await this.age(this.pathOf(sha256))
    return size
  }

  /** The size in bytes; undefined when it isn't there. */
  async sizeOf(sha256: string): Promise<number | undefined> {
    if (!SHA256.test(sha256)) return undefined
    return await ifThere(async () => (await stat(this.pathOf(sha256))).size)
  }

  /** Undefined when it isn't there. What a failing disk has changed is thrown away: it is not what it says. */
  async read(sha256: string): Promise<Uint8Array | undefined> {
    if (!SHA256.test(sha256)) return undefined
    const bytes = await ifThere(() => readFile(this.pathOf(sha256)))
    if (bytes === undefined) return undefined
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return new Uint8Array(bytes)
    await ifThere(() => unlink(this.pathOf(sha256)))
    return undefined
  }

  /** Bytes of all that is kept. */
  used(): Promise<number> {
    this.known ??= this.all().then((blobs) => blobs.reduce((sum, { size }) => sum + size, 0))
    return this.known
  }

  private clear(): Promise<void> {
    this.clearing ??= this.clearOnce().finally(() => {
      this.clearing = undefined
    })
    return this.clearing
  }

  private async clearOnce(): Promise<void> {
    const blobs = (await this.all()).sort((a, b) => a.at - b.at)
    let used = blobs.reduce((sum, { size }) => sum + size, 0)
    for (const { file, size } of blobs) {
      if (used <= this.limit() * CLEARED_TO) break
      await ifThere(() => unlink(file))
      used -= size
    }
    this.known = Promise.resolve(used)
  }

  private async all(): Promise<{ file: string; size: number; at: number }[]> {
    const blobs: { file: string; size: number; at: number }[] = []
    for (const group of (await ifThere(() => readdir(this.folder))) ?? []) {
      const folder = path.join(this.folder, group)
      for (const name of (await ifThere(() => readdir(folder))) ?? []) {
        const file = path.join(folder, name)
        const facts = await ifThere(() => stat(file))
        if (facts === undefined) continue
        if (SHA256.test(name)) blobs.push({ file, size: facts.size, at: facts.mtimeMs })
        else if (isTemporaryName(name) && facts.mtimeMs < this.clock.now() - ABANDONED_MS) await ifThere(() => unlink(file))
      }
    }
    return blobs
  }

  private async age(file: string): Promise<void> {
    const now = this.clock.now() / 1000
    await ifThere(() => utimes(file, now, now))
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256)
  }
}

/** Undefined for what isn't there, which another process may have removed just now. */
async function ifThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw thrown
  }
}
