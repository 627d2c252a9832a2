import type { BoardMemory, SaveResult } from '../../shared/board'
import { BackupJobs } from './backupJobs'
import { BoardHistory } from './boardHistory'
import { BoardJobs } from './boardJobs'
import { BoardSync } from './boardSync'
import { HistoryJobs } from './historyJobs'
import type { BoardJob, JobRunner } from './jobRunner'
import { Leftovers } from './leftovers'
import type { Listings } from './listings'
import { type SafeSaveOptions, saveKept } from './safeSave'
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
  leftovers: Leftovers
  /** The safe save within a job of any kind: see `saveKept`. */
  save: (job: BoardJob, path: string, bytes: Uint8Array, options: SafeSaveOptions) => Promise<SaveResult>
}

/** Builds them. */
export function fileJobs(session: SessionParts, runner: JobRunner, listings: Listings, deps: SessionDeps): FileJobs {
  const key = (): string => session.status.snapshot().boardKey
  const notes = { get: () => deps.memory.get(key()), update: (patch: Partial<BoardMemory>) => deps.memory.update(key(), patch) }
  const history = new BoardHistory(session, deps.history, notes)
  const leftovers = new Leftovers(session, runner, listings, history)
  const disk = deps.workspace
  return {
    jobs: new BoardJobs(session, runner, listings, history, leftovers),
    transfers: new Transfers(runner, disk, listings, history),
    sync: new BoardSync({ session, runner, listings, history, disk, states: deps.syncStates }),
    history: new HistoryJobs(runner, history, listings),
    backup: new BackupJobs(session, runner, disk, history),
    leftovers,
    save: (job, path, bytes, options) => saveKept(job, history, path, bytes, options),
  }
}
