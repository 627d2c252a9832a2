import { z } from 'zod'
import { BackupContents, BackupResult } from '../backup'
import { SaveResult, StopChoice } from '../board'
import { BoardPath } from '../boardPath'
import { BoardSnapshot, FileVersion, HistoryBoard, HistoryFile, HistoryState, KeepAll, TakeResult } from '../history'
import { SyncChoice, SyncMode, SyncPlan, SyncResult } from '../sync'
import { Bytes, DiskPath, SessionId, nothing, request } from './request'

const PlanId = z.string().min(1).max(100)
const BoardKey = z.string().min(1).max(1_000)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A backup, a snapshot and another board are never written to. */
const OneWay = SyncMode.extract(['upload', 'mirror'])

/** Plans that bring files to a board or from it, the history of what boards held, and backups. */
export const syncRequests = {
  /** Compares a folder of the computer with one of the board. Changes nothing. A file `.perfboardignore` in it adds to the excludes. */
  'sync.plan': request({ session: SessionId, folder: DiskPath, to: BoardPath, mode: SyncMode, stop: StopChoice }, SyncPlan),
  /** The same for a backup: what restoring it into a folder of the board would do. */
  'sync.planBackup': request({ session: SessionId, file: DiskPath, to: BoardPath, mode: OneWay, stop: StopChoice }, SyncPlan),
  /** The same for a board as it was; `board` may be another one. */
  'sync.planSnapshot': request(
    { session: SessionId, board: BoardKey, snapshot: z.string().max(100), to: BoardPath, mode: OneWay, stop: StopChoice },
    SyncPlan,
  ),
  /** The same for a folder of another connected board, `from`. */
  'sync.planCopy': request(
    { session: SessionId, from: SessionId, folder: BoardPath, to: BoardPath, mode: OneWay, stop: StopChoice },
    SyncPlan,
  ),
  /** One side of a line, for looking at the difference. `changed-elsewhere` when it is not what the plan saw. */
  'sync.read': request(
    { session: SessionId, plan: PlanId, path: z.string().max(1_000), side: z.enum(['here', 'board']), stop: StopChoice },
    Bytes,
  ),
  /**
   * Does what the plan says, with the user's changes to it. Rejects before anything is written when a side is not as the plan saw it
   * (`changed-elsewhere`: plan again) or when it can't fit (`no-space` with `{ needed, free }`). From then on it resolves, also called off or
   * failed in the middle, and says what was done.
   */
  'sync.carryOut': request({ session: SessionId, plan: PlanId, choices: z.array(SyncChoice).max(20_000), stop: StopChoice }, SyncResult),

  'history.state': request({ session: SessionId }, HistoryState),
  /** The user's answer for this board. `yes` takes nothing by itself: see `history.take`. */
  'history.keepAll': request({ session: SessionId, answer: KeepAll }, nothing),
  /** Takes the contents of all files of the board that are not known yet, and notes a snapshot. */
  'history.take': request({ session: SessionId, stop: StopChoice }, TakeResult),
  /** All boards with a history, the latest first. */
  'history.boards': request({}, z.array(HistoryBoard)),
  'history.files': request({ board: BoardKey }, z.array(HistoryFile)),
  /** The latest first. */
  'history.versions': request({ board: BoardKey, path: BoardPath }, z.array(FileVersion)),
  /** The latest first. */
  'history.snapshots': request({ board: BoardKey }, z.array(BoardSnapshot)),
  /** `not-found` when the contents are not kept any more. */
  'history.read': request({ board: BoardKey, sha256: Sha256 }, Bytes),
  /** Saves a version onto the session's board, with the folders that it needs; what is there goes into the history first. */
  'history.restoreFile': request(
    { session: SessionId, board: BoardKey, sha256: Sha256, path: BoardPath, expected: Sha256.optional(), stop: StopChoice },
    SaveResult,
  ),
  /** Forgets all that is known of a board. Contents that no other board has go with the next clearing up. */
  'history.forget': request({ board: BoardKey }, nothing),

  /** Writes all files of a folder of the board into a zip, with a list of their hashes. The file is new and whole, or not there. */
  'backup.create': request({ session: SessionId, folder: BoardPath, file: DiskPath, stop: StopChoice }, BackupResult),
  /**
   * What a backup holds; every file in it is compared with its hash. `not-available` for what is no backup, `invalid-path` for one with names
   * that lead elsewhere, `hash-mismatch` for a damaged one.
   */
  'backup.inspect': request({ file: DiskPath }, BackupContents),
}
