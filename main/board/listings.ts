import type { BoardEntry, BoardListing } from '../../shared/board'
import { AppError } from '../../shared/errors'
import { Emitter } from '../../shared/lifecycle'
import { isWithin } from '../../shared/boardPath'

/** Where listings outlive the app. */
export interface ListingMemory {
  load(): Promise<BoardListing[]>
  save(listings: BoardListing[]): Promise<void>
}

/** Folders beyond this number are forgotten, the oldest first. */
const MAX_LISTINGS = 500

/** What was last seen of the board's folders. */
export class Listings {
  private readonly known = new Map<string, BoardListing>()
  private readonly stale = new Emitter<string>()

  /** Fires with the folder when what was known of it is not true any more. */
  readonly onStale = this.stale.event

  constructor(
    private readonly memory: ListingMemory,
    private readonly warn: (text: string) => void,
  ) {}

  /** Takes over what was known in an earlier run of the app; what this run has seen stands. */
  async load(): Promise<void> {
    for (const listing of await this.memory.load()) {
      if (!this.known.has(listing.path)) this.known.set(listing.path, listing)
    }
  }

  all(): BoardListing[] {
    return [...this.known.values()]
  }

  /** A folder was listed. */
  note(path: string, entries: BoardEntry[], listedAt: number): void {
    this.known.delete(path)
    this.known.set(path, { path, entries, listedAt })
    const present = new Set(entries.filter(({ kind }) => kind === 'folder').map((entry) => entry.path))
    for (const known of [...this.known.keys()]) {
      const child = childOf(path, known)
      if (child !== undefined && !present.has(child)) this.known.delete(known)
    }
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MAX_LISTINGS) break
      this.known.delete(oldest)
    }
    this.keep()
  }

  /** What lies at or below the path is gone or elsewhere. */
  forget(path: string): void {
    for (const known of [...this.known.keys()]) if (isWithin(path, known)) this.known.delete(known)
  }

  /** The folders' contents changed: windows list them again. */
  changed(...folders: string[]): void {
    for (const folder of new Set(folders)) this.stale.fire(folder)
  }

  private keep(): void {
    this.memory.save(this.all()).catch((error: unknown) => {
      this.warn(`What is known of the board could not be kept: ${AppError.from(error).message}`)
    })
  }
}

/** The direct child of `folder` on the way to `path`; undefined when it isn't below. */
function childOf(folder: string, path: string): string | undefined {
  if (path === folder || !isWithin(folder, path)) return undefined
  const start = folder === '/' ? 1 : folder.length + 1
  const end = path.indexOf('/', start)
  return end === -1 ? path : path.slice(0, end)
}

/** Folders first, then by name as people sort. */
export function sortEntries(entries: readonly BoardEntry[]): BoardEntry[] {
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  return [...entries].sort((a, b) => {
    if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1
    return collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1)
  })
}
