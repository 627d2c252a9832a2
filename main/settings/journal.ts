import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { documentId, type DocumentRef, type JournalEntry } from '../../shared/layout'
import { type Disposable, toDisposable } from '../../shared/lifecycle'
import { lockFolder } from '../workspace/folderLock'
import { JournalFolder, namesIn, type StoredEntry } from './journalFolder'

/** More processes than this at a time on one account are a mistake. */
const MAX_SEATS = 64

/**
 * Unsaved text. Entries belong to a window; a window also gets those of windows that are not there any more, so that nothing is lost when
 * fewer are opened after a crash. Each process has a folder of its own, its seat, which a lock shows to be taken: several at once on one
 * account leave each other's entries alone, and what one left behind goes to the next that looks.
 */
export class Journal implements Disposable {
  private last: Promise<unknown> = Promise.resolve()
  private seat: { files: JournalFolder; lock: Disposable } | undefined
  private readonly connected = new Map<string, number>()

  constructor(private readonly folder: string) {}

  /** Says that a window is there, until disposed. May be said several times of one window. */
  connect(window: string): Disposable {
    this.connected.set(window, (this.connected.get(window) ?? 0) + 1)
    return toDisposable(() => {
      const left = (this.connected.get(window) ?? 1) - 1
      if (left > 0) this.connected.set(window, left)
      else this.connected.delete(window)
    })
  }

  /** Keeps the window's entry in place of one with the same id; resolves when it is on the disk. */
  put(window: string, entry: JournalEntry): Promise<void> {
    return this.next(async () => (await this.files()).put({ ...entry, window }))
  }

  /** Nothing happens when there is no such entry. */
  remove(window: string, id: string): Promise<void> {
    return this.next(async () => (await this.files()).remove(window, id))
  }

  /**
   * The window's entries, the oldest first; those of windows that are gone become its own. Of two texts of one document the window's own, else the newer,
   * stays the document's; the other comes back as a text that was never saved.
   */
  list(window: string): Promise<JournalEntry[]> {
    return this.next(async () => {
      const files = await this.files()
      await this.takeAbandoned(files)
      const mine = (await files.all()).filter((entry) => entry.window === window || !this.connected.has(entry.window))
      mine.sort((a, b) => Number(b.window === window) - Number(a.window === window) || b.at - a.at)
      const kept = new Map<string, StoredEntry>()
      for (const entry of mine) {
        const same = kept.get(entry.id)
        if (same === undefined) kept.set(entry.id, await moveTo(files, entry, window, entry))
        else if (same.text === entry.text) await files.remove(entry.window, entry.id)
        else {
          const copy = asUntitled(entry, kept)
          kept.set(copy.id, await moveTo(files, entry, window, copy))
        }
      }
      return [...kept.values()].sort((a, b) => a.at - b.at).map(({ id, document, text, base, at }) => ({ id, document, text, base, at }))
    })
  }

  /** Leaves the seat; what is kept there goes to the process that looks next. */
  dispose(): void {
    this.seat?.lock.dispose()
    this.seat = undefined
  }

  private async files(): Promise<JournalFolder> {
    this.seat ??= await this.takeSeat()
    return this.seat.files
  }

  private async takeSeat(): Promise<{ files: JournalFolder; lock: Disposable }> {
    for (let number = 1; number <= MAX_SEATS; number++) {
      const folder = path.join(this.folder, String(number))
      await mkdir(folder, { recursive: true })
      const lock = await tryLock(folder)
      if (lock !== undefined) return { files: new JournalFolder(folder), lock }
    }
    throw new AppError('busy', t('Too many Perfboards are running'))
  }

  /** Takes over the seats of processes that have ended, and entries from before there were seats. */
  private async takeAbandoned(files: JournalFolder): Promise<void> {
    await files.takeFrom(this.folder)
    for (const name of await namesIn(this.folder)) {
      const other = path.join(this.folder, name)
      if (!/^\d+$/.test(name) || other === files.folder) continue
      const lock = await tryLock(other)
      if (lock === undefined) continue
      try {
        await files.takeFrom(other)
      } finally {
        lock.dispose()
      }
    }
  }

  private next<R>(work: () => Promise<R>): Promise<R> {
    const result = this.last.then(work)
    this.last = result.catch(() => undefined) // the next one waits for this one; its failure is its caller's
    return result
  }
}

/** Undefined when a living process has the folder. */
async function tryLock(folder: string): Promise<Disposable | undefined> {
  try {
    return await lockFolder(folder)
  } catch (thrown) {
    if (hasCode(thrown, 'port-busy')) return undefined
    throw thrown
  }
}

/** Written anew before the old one goes: a crash in between leaves two that are the same, never none. */
async function moveTo(files: JournalFolder, from: StoredEntry, window: string, to: StoredEntry): Promise<StoredEntry> {
  const moved = { ...to, window }
  if (from.window === window && from.id === to.id) return moved
  await files.put(moved)
  await files.remove(from.window, from.id)
  return moved
}

function asUntitled(entry: StoredEntry, taken: ReadonlyMap<string, unknown>): StoredEntry {
  const name = nameOf(entry.document)
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  for (let count = 2; ; count++) {
    const document: DocumentRef = { side: 'untitled', name: `${stem}-${count}${name.slice(stem.length)}` }
    const id = documentId(document)
    if (!taken.has(id)) return { ...entry, id, document, base: null }
  }
}

function nameOf(document: DocumentRef): string {
  return document.side === 'untitled' ? document.name : (document.path.split(/[\\/]/).at(-1) ?? document.path)
}
