import type { JournalEntry } from '../../shared/layout'
import type { Disposable } from '../../shared/lifecycle'
import type { Journal } from '../settings/journal'

/** The journal as one window uses it: its key counts as there for as long as the window is connected. */
export class WindowJournal implements Disposable {
  private readonly keys = new Map<string, Disposable>()

  constructor(private readonly journal: Journal) {}

  list(window: string): Promise<JournalEntry[]> {
    this.claim(window)
    return this.journal.list(window)
  }

  put(window: string, entry: JournalEntry): Promise<void> {
    this.claim(window)
    return this.journal.put(window, entry)
  }

  remove(window: string, id: string): Promise<void> {
    this.claim(window)
    return this.journal.remove(window, id)
  }

  dispose(): void {
    for (const key of this.keys.values()) key.dispose()
    this.keys.clear()
  }

  private claim(window: string): void {
    if (!this.keys.has(window)) this.keys.set(window, this.journal.connect(window))
  }
}
