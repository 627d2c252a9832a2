import { t } from '../../shared/language/language'
import type { JournalEntry } from '../../shared/layout'
import { bridge } from '../bridge/bridge'
import { textOf } from '../editor/models'
import { useDocuments } from '../stores/documentsStore'
import { reportFailure } from '../stores/noticesStore'

/** Long enough not to write at each key, short enough that a crash costs no more than a word. */
const JOURNAL_DELAY_MS = 300

/** The key under which this window's text is kept. */
let ownKey = 'main'

/** Documents whose text waits to be written to the journal. */
const waiting = new Map<string, ReturnType<typeof setTimeout>>()
/** Documents that the journal holds. */
const held = new Set<string>()
/** The last request of each document: one must not overtake another. */
const chains = new Map<string, Promise<void>>()

/** Says under which key this window's text is kept; called once, before anything else here. */
export function keepJournalAs(key: string): void {
  ownKey = key
}

/** What was not saved the last time, by this window or by one that is not there any more. */
export function listJournal(): Promise<JournalEntry[]> {
  return bridge().request('journal.list', { window: ownKey })
}

/** Puts all unsaved text into the journal again: while main was away, another window may have taken it for abandoned. */
export function rewriteJournal(): void {
  for (const { id, unsaved } of Object.values(useDocuments.getState().documents)) if (unsaved) journalSoon(id)
}

/** Puts a document's unsaved text into the journal soon, or takes it out when it is saved by then. Somebody who types on and on waits no longer. */
export function journalSoon(id: string): void {
  if (waiting.has(id)) return
  waiting.set(
    id,
    setTimeout(() => void journalNow(id), JOURNAL_DELAY_MS),
  )
}

/** Writes everything that waits; resolves when the journal holds all unsaved text. Failures are shown. */
export async function flushJournal(): Promise<void> {
  await Promise.all([...waiting.keys()].map(journalNow))
  await Promise.all(chains.values())
}

/** Takes a document out of the journal: it was saved or thrown away, or has another id now. */
export async function forgetJournal(id: string): Promise<void> {
  clearTimeout(waiting.get(id))
  waiting.delete(id)
  if (held.has(id)) await inTurn(id, () => remove(id))
}

/** Says that the journal holds this document, after it was restored from there. */
export function rememberJournal(id: string): void {
  held.add(id)
}

function journalNow(id: string): Promise<void> {
  clearTimeout(waiting.get(id))
  waiting.delete(id)
  return inTurn(id, async () => {
    const document = useDocuments.getState().documents[id]
    const at = textOf(id)
    if (document === undefined || at === null) return
    if (!document.unsaved) {
      if (held.has(id)) await remove(id)
      return
    }
    held.add(id)
    await bridge().request('journal.put', {
      window: ownKey,
      entry: { id, document: document.ref, text: at.text, base: document.base, at: Date.now() },
    })
  })
}

async function remove(id: string): Promise<void> {
  await bridge().request('journal.remove', { window: ownKey, id })
  held.delete(id)
}

function inTurn(id: string, work: () => Promise<void>): Promise<void> {
  const next = (chains.get(id) ?? Promise.resolve()).then(work).catch((error: unknown) => {
    reportFailure(t('Unsaved text can’t be kept safe at the moment.'), error)
  })
  chains.set(id, next)
  return next.then(() => {
    if (chains.get(id) === next) chains.delete(id)
  })
}
