import { hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { documentId, type DocumentRef, type JournalEntry } from '../../shared/layout'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { openExample } from '../editor/exampleTab'
import { createModel, isUnsaved, markSaved, onTextChanged, textOf } from '../editor/models'
import { addTab, removeTab, showWelcome } from '../editor/openTabs'
import { encodeText, sha256 } from '../editor/textCodec'
import { lessonOfFile } from '../lessons/lessons'
import { activeDocument, type OpenDocument, patchDocument, useDocuments, WELCOME } from '../stores/documentsStore'
import { useLayout } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'
import { useSessions } from '../stores/sessionsStore'
import { sessionOfBoard } from './boardOf'
import { journalSoon, listJournal, rememberJournal } from './journalActions'
import { loadDocument, readContent } from './readDocument'
import { noteRecent } from './recentFiles'

/**
 * Brings back the tabs of the last time and all unsaved text, then keeps layout and journal in step with the tabs. Called once, after
 * layout and sessions were loaded.
 */
export async function startDocuments(): Promise<Disposable> {
  const owned = new DisposableStore()
  owned.add(onTextChanged(noteChange))
  const { tabs, activeTab } = useLayout.getState()
  try {
    restoreTabs(tabs, await listJournal())
  } catch (error) {
    reportFailure(t('Unsaved text of the last time could not be read.'), error)
    restoreTabs(tabs, [])
  }
  if (useLayout.getState().welcome || useDocuments.getState().order.length === 0) putWelcomeFirst()
  const { order } = useDocuments.getState()
  useDocuments.setState({ active: activeTab !== null && order.includes(activeTab) ? activeTab : (order.at(-1) ?? null) })
  owned.add(toDisposable(useDocuments.subscribe(keepTabs)))
  owned.add(toDisposable(useDocuments.subscribe(noteRecent)))
  owned.add(toDisposable(useDocuments.subscribe(welcomeAfterLast)))
  owned.add(toDisposable(useDocuments.subscribe(() => void loadActive())))
  owned.add(toDisposable(useSessions.subscribe(() => void loadActive())))
  keepTabs()
  void loadActive()
  return owned
}

function noteChange(id: string): void {
  const unsaved = isUnsaved(id)
  const document = useDocuments.getState().documents[id]
  if (document === undefined) return
  if (document.unsaved !== unsaved || document.proven) patchDocument(id, { unsaved, proven: false })
  journalSoon(id)
}

function restoreTabs(tabs: readonly DocumentRef[], entries: readonly JournalEntry[]): void {
  const byId = new Map(entries.map((entry) => [documentId(entry.document), entry]))
  const refs = new Map([...tabs, ...entries.map((entry) => entry.document)].map((ref) => [documentId(ref), ref]))
  useDocuments.setState((state) => ({ active: state.order.at(-1) ?? null }))
  for (const [id, ref] of refs) {
    const entry = byId.get(id)
    if (textOf(id) !== null) continue
    if (entry === undefined && ref.side === 'untitled') {
      // A text that was never kept was empty, or is a lesson's and unchanged.
      const lesson = lessonOfFile(ref.name)
      if (lesson !== null) openExample(lesson)
      continue
    }
    addTab(ref, { status: ref.side === 'computer' ? 'loading' : 'missing' })
    if (entry !== undefined) restoreText(id, entry)
  }
  // Not waited for: a disk that does not answer must not keep the window from opening.
  for (const [id, ref] of refs) if (ref.side === 'computer') void restoreFile(id)
}

function restoreText(id: string, entry: JournalEntry): void {
  const document = useDocuments.getState().documents[id]
  if (document === undefined) return
  createModel(id, document.name, entry.text, false)
  rememberJournal(id)
  patchDocument(id, { status: 'text', unsaved: true, base: entry.base })
}

/** Reads a tab's file of the computer, or compares it with restored text; what can't be read is said by the tab. */
async function restoreFile(id: string): Promise<void> {
  const document = useDocuments.getState().documents[id]
  if (document === undefined) return
  try {
    if (textOf(id) === null) await loadDocument(id, 'quiet')
    else await compareRestored(document)
  } catch (error) {
    if (hasCode(error, 'not-found') && textOf(id) === null) removeTab(id)
    else patchDocument(id, { status: textOf(id) === null ? 'missing' : 'text' })
  }
}

/** Restored text that equals the file is not unsaved; a file that is no longer what the text was begun from is noted. */
async function compareRestored(document: OpenDocument): Promise<void> {
  const content = await readContent(document.ref, 'quiet')
  const at = textOf(document.id)
  if (content === null || at === null) return
  const hash = await sha256(new Uint8Array(content.bytes))
  if (hash === (await sha256(encodeText(at.text)))) {
    markSaved(document.id, at.version)
    patchDocument(document.id, { base: hash, mtime: content.mtime, unsaved: isUnsaved(document.id) })
    journalSoon(document.id)
    return
  }
  patchDocument(document.id, { mtime: content.mtime, changedElsewhere: hash !== document.base })
}

function keepTabs(): void {
  const { documents, order, active } = useDocuments.getState()
  const tabs = order.flatMap((id) => documents[id]?.ref ?? [])
  const welcome = order.includes(WELCOME)
  const layout = useLayout.getState()
  if (layout.activeTab === active && layout.welcome === welcome && sameTabs(layout.tabs, tabs)) return
  useLayout.setState({ tabs, welcome, activeTab: active })
}

function sameTabs(some: readonly DocumentRef[], others: readonly DocumentRef[]): boolean {
  return some.length === others.length && some.every((ref, at) => documentId(ref) === documentId(others[at] ?? ref))
}

function putWelcomeFirst(): void {
  useDocuments.setState(({ order }) => ({ order: [WELCOME, ...order.filter((id) => id !== WELCOME)] }))
}

/** Whoever closes the last file is shown the ways to begin; whoever closes those has had enough of them. */
function welcomeAfterLast(now: { order: readonly string[] }, before: { order: readonly string[] }): void {
  if (now.order.length === 0 && before.order.some((id) => id !== WELCOME)) showWelcome()
}

const loading = new Set<string>()

/** Reads the tab in front once its board has a prompt: opening a board's file must not stop a program by itself. */
async function loadActive(): Promise<void> {
  const document = activeDocument()
  if (document?.status !== 'missing' || document.ref.side !== 'board' || textOf(document.id) !== null || loading.has(document.id)) return
  if (sessionOfBoard(document.ref.board)?.state.kind !== 'ready') return
  loading.add(document.id)
  try {
    if (!(await loadDocument(document.id, 'quiet'))) patchDocument(document.id, { status: 'missing' })
  } catch (error) {
    if (hasCode(error, 'not-found')) removeTab(document.id)
    else patchDocument(document.id, { status: 'missing' })
  } finally {
    loading.delete(document.id)
  }
}
