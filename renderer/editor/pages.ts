import { FolderSync, History, House, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import { text } from '../../shared/language/language'
import { HistoryPage } from '../history/HistoryPage'
import { WELCOME } from '../stores/documentsStore'
import { HISTORY_PAGE } from '../stores/historyStore'
import { SYNC_PAGE } from '../stores/syncStore'
import { SyncPage } from '../sync/SyncPage'
import { Welcome } from './Welcome'

/** A tab of the editor without a document. */
export interface Page {
  /** In English. */
  title: string
  icon: LucideIcon
  Content: ComponentType
}

const PAGES: Readonly<Record<string, Page>> = {
  [WELCOME]: { title: text('Welcome'), icon: House, Content: Welcome },
  [SYNC_PAGE]: { title: text('Sync'), icon: FolderSync, Content: SyncPage },
  [HISTORY_PAGE]: { title: text('History'), icon: History, Content: HistoryPage },
}

/** The page of a tab's id, or null for the id of a document. */
export function pageOf(id: string): Page | null {
  return PAGES[id] ?? null
}
