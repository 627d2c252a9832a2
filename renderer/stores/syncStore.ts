import { create } from 'zustand'
import type { BackupContents } from '../../shared/backup'
import type { AppError } from '../../shared/errors'
import type { SyncAction, SyncMode, SyncPlan, SyncResult } from '../../shared/sync'

/** The id of the tab that compares a folder, a backup or a snapshot with a board. */
export const SYNC_PAGE = 'page:sync'

/** What the board is compared with. */
export type SyncSubject =
  | { kind: 'folder'; folder: string | null }
  | { kind: 'backup'; file: string; contents: BackupContents }
  | { kind: 'snapshot'; board: string; snapshot: string; at: number }
  /** Another connected board. */
  | { kind: 'copy'; from: string; name: string; folder: string }

/** How far it is. `failed` keeps the plan that could not be carried out, for looking at. */
export type SyncPhase =
  | { kind: 'choosing' }
  | { kind: 'comparing' }
  | { kind: 'planned'; plan: SyncPlan; at: number }
  | { kind: 'syncing'; plan: SyncPlan; at: number }
  | { kind: 'done'; plan: SyncPlan; result: SyncResult; at: number }
  | { kind: 'failed'; error: AppError; during: 'comparing' | 'syncing' }

export interface SyncState {
  subject: SyncSubject
  /** The board's folder. */
  to: string
  mode: SyncMode
  /** The board that the plan is for, by session; null until there is one. */
  session: string | null
  phase: SyncPhase
  /** What the user wants otherwise than the plan, by path. */
  choices: Readonly<Record<string, SyncAction>>
  /** Bytes a second that the last sync with each board came to, by board key. */
  speeds: Readonly<Record<string, number>>
}

/** What the tab Sync shows. */
export const useSync = create<SyncState>(() => ({
  subject: { kind: 'folder', folder: null },
  to: '/',
  mode: 'upload',
  session: null,
  phase: { kind: 'choosing' },
  choices: {},
  speeds: {},
}))

/** Sets another action for a line of the plan. */
export function chooseAction(path: string, action: SyncAction): void {
  useSync.setState((state) => ({ choices: { ...state.choices, [path]: action } }))
}
