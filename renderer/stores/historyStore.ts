import { create } from 'zustand'
import type { BoardSnapshot, FileVersion, HistoryBoard, HistoryFile } from '../../shared/history'

/** The id of the tab that shows what boards held earlier. */
export const HISTORY_PAGE = 'page:history'

/** A version beside what the file is now. */
export interface VersionText {
  version: FileVersion
  /** Null: no text. */
  text: string | null
  /** What it is compared with: the file now, or the latest that is known while the board has no time. */
  now: { text: string | null; from: 'board' | 'latest' | 'absent' }
}

interface HistoryStore {
  /** The board that is shown; null while none has a history. */
  board: HistoryBoard | null
  boards: readonly HistoryBoard[]
  part: 'files' | 'board'
  files: readonly HistoryFile[]
  snapshots: readonly BoardSnapshot[]
  path: string | null
  /** The latest first. */
  versions: readonly FileVersion[]
  shown: VersionText | null
  loading: boolean
}

/** What the tab History shows. */
export const useHistory = create<HistoryStore>(() => ({
  board: null,
  boards: [],
  part: 'files',
  files: [],
  snapshots: [],
  path: null,
  versions: [],
  shown: null,
  loading: false,
}))
