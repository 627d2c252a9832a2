import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { JournalEntry } from '../../shared/layout'
import { isTemporaryName, writeAtomic } from '../workspace/atomicWrite'
import { KeyedFiles } from './keyedFiles'

/** An entry as it lies on the disk, with the window that it belongs to. */
export const StoredEntry = JournalEntry.extend({ window: z.string().default('') })
export type StoredEntry = z.infer<typeof StoredEntry>

/** The journal's files of one process: one for each window and document. A crash at any moment leaves each as it was, or as it was to be. */
export class JournalFolder {
  private readonly files: KeyedFiles<StoredEntry>

  constructor(readonly folder: string) {
    this.files = new KeyedFiles(folder, StoredEntry)
  }

  async put(entry: StoredEntry): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    await writeAtomic(this.pathOf(entry.window, entry.id), JSON.stringify(entry))
  }

  /** Nothing happens when there is no such entry. */
  remove(window: string, id: string): Promise<void> {
    return removeIfThere(this.pathOf(window, id))
  }

  /** All entries. A file that can't be understood is left where it is and passed over. */
  async all(): Promise<StoredEntry[]> {
    const names = await namesIn(this.folder)
    await Promise.all(names.filter(isTemporaryName).map((name) => removeIfThere(path.join(this.folder, name))))
    const found = await Promise.all(names.filter(isEntryFile).map((name) => readEntry(path.join(this.folder, name))))
    return found.filter((entry) => entry !== undefined)
  }

  /** Takes over what lies in another folder, whose process has ended. Each window of that gets a new key, as this process may have one of its name. */
  async takeFrom(other: string): Promise<void> {
    const windows = new Map<string, string>()
    for (const name of (await namesIn(other)).filter(isEntryFile)) {
      const file = path.join(other, name)
      const entry = await readEntry(file)
      if (entry === undefined) continue
      const window = windows.get(entry.window) ?? `gone-${randomUUID()}`
      windows.set(entry.window, window)
      await this.put({ ...entry, window })
      await removeIfThere(file)
    }
  }

  private pathOf(window: string, id: string): string {
    return this.files.pathOf(`${window}\n${id}`)
  }
}

/** The names in a folder; none when it isn't there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw thrown
  }
}

const isEntryFile = (name: string): boolean => name.endsWith('.json')

async function readEntry(file: string): Promise<StoredEntry | undefined> {
  try {
    return StoredEntry.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined // one damaged entry must not keep the others from coming back
  }
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
  }
}
