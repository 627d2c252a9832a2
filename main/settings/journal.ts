import { mkdir, readFile, readdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { JournalEntry } from '../../shared/layout'
import { isTemporaryName, writeAtomic } from '../workspace/atomicWrite'
import { KeyedFiles } from './keyedFiles'

/** Unsaved text, a file per entry: a crash at any moment leaves each entry as it was, or as it was to be. */
export class Journal {
  private readonly files: KeyedFiles<JournalEntry>
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly folder: string) {
    this.files = new KeyedFiles(folder, JournalEntry)
  }

  /** Keeps the entry in place of one with the same id; resolves when it is on the disk. */
  put(entry: JournalEntry): Promise<void> {
    return this.next(async () => {
      await mkdir(this.folder, { recursive: true })
      await writeAtomic(this.files.pathOf(entry.id), JSON.stringify(entry))
    })
  }

  /** Nothing happens when there is no such entry. */
  remove(id: string): Promise<void> {
    return this.next(() => removeIfThere(this.files.pathOf(id)))
  }

  /** All entries, the oldest first. A file that can't be understood is left where it is and passed over. */
  list(): Promise<JournalEntry[]> {
    return this.next(async () => {
      const names = await namesIn(this.folder)
      await Promise.all(names.filter(isTemporaryName).map((name) => removeIfThere(path.join(this.folder, name))))
      const found = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readEntry(path.join(this.folder, name))))
      return found.filter((entry) => entry !== undefined).sort((a, b) => a.at - b.at)
    })
  }

  private next<R>(work: () => Promise<R>): Promise<R> {
    const result = this.last.then(work)
    this.last = result.catch(() => undefined) // the next one waits for this one; its failure is its caller's
    return result
  }
}

async function readEntry(file: string): Promise<JournalEntry | undefined> {
  try {
    return JournalEntry.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined // one damaged entry must not keep the others from coming back
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw thrown
  }
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
  }
}
