import { BackupJobs } from './backupJobs'
import { BoardHistory } from './boardHistory'
import { BoardJobs } from './boardJobs'
import { BoardSync } from './boardSync'
import { HistoryJobs } from './historyJobs'
import type { JobRunner } from './jobRunner'
import type { Listings } from './listings'
import type { SessionDeps } from './sessionDeps'
import type { SessionParts } from './sessionParts'
import { Transfers } from './transfers'

/** The jobs of one session that concern files, with one history behind them all. */
export interface FileJobs {
  jobs: BoardJobs
  transfers: Transfers
  sync: BoardSync
  history: HistoryJobs
  backup: BackupJobs
  /** Takes what is about to be replaced or deleted; for jobs of others. */
  kept: BoardHistory
}

/** Builds them. */
export function fileJobs(session: SessionParts, runner: JobRunner, listings: Listings, deps: SessionDeps): FileJobs {
  const key = (): string => session.status.snapshot().boardKey
  const notes = { get: () => deps.memory.get(key()), update: (patch: object) => deps.memory.update(key(), patch) }
  const history = new BoardHistory(session, deps.history, notes)
  const disk = deps.workspace
  return {
    jobs: new BoardJobs(session, runner, listings, history),
    transfers: new Transfers(runner, disk, listings, history),
    sync: new BoardSync({ session, runner, listings, history, disk, states: deps.syncStates }),
    history: new HistoryJobs(runner, history, listings),
    backup: new BackupJobs(session, runner, disk, history),
    kept: history,
  }
}
