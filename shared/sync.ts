import { z } from 'zod'
import { Space } from './board'
import { WireError } from './errors'
import { NotKept } from './history'

/**
 * What a plan is for. `upload`: the board gets what is new or changed at the source; nothing is deleted. `mirror`: the board becomes as the
 * source, and what only the board has is deleted. `download`: the other way round, nothing is deleted. `both`: each side gets what changed on
 * the other since the last time. A source that can't be written (a backup, a snapshot, another board) takes `upload` and `mirror` only.
 */
export const SyncMode = z.enum(['upload', 'mirror', 'download', 'both'])
export type SyncMode = z.infer<typeof SyncMode>

/**
 * What becomes of one line. `upload`: the board gets the source's. `download`: the source gets the board's. `delete`: deleted on the board.
 * `keep`: both stay as they are. `ask`: the user has to say; carried out, it is kept and reported.
 */
export const SyncAction = z.enum(['upload', 'download', 'delete', 'keep', 'ask'])
export type SyncAction = z.infer<typeof SyncAction>

/**
 * How the two sides of a line compare. The ones that say what changed need an earlier sync of the same two folders; without one, different
 * contents are `different`. `clash`: a folder on one side has the name of a file on the other. `unusable`: one side can't have this (`why`).
 */
export const SyncStatus = z.enum([
  'same',
  'only-here', // at the source; new, or no earlier sync
  'only-on-board',
  'changed-here',
  'changed-on-board',
  'different', // and nobody knows which is newer
  'conflict', // both changed since the last sync
  'deleted-here', // since the last sync; the board has it as it was then
  'deleted-on-board',
  'clash',
  'unusable',
])
export type SyncStatus = z.infer<typeof SyncStatus>

/** A file or folder as the plan saw it. `sha256` is absent for folders, and where it could not be had. */
export const SyncEntry = z.object({
  kind: z.enum(['file', 'folder']),
  /** Bytes; 0 for a folder. */
  size: z.number(),
  sha256: z.string().optional(),
  /** Milliseconds since 1970; files of the computer only. */
  mtime: z.number().optional(),
})
export type SyncEntry = z.infer<typeof SyncEntry>

/** Why a line can't be copied. */
export const UnusableReason = z.enum([
  'name-on-board', // a board can't have this name
  'name-here', // this computer can't have this name
  'same-name', // two names of the board are one file on this computer
  'too-large', // over 32 MB
  'not-kept', // the old version's contents are not in the history any more
  'unreadable',
])
export type UnusableReason = z.infer<typeof UnusableReason>

/** One file, or a folder that is on one side only. */
export const SyncLine = z.object({
  /** Below both folders, parts joined by `/`, without one in front. Unique in the plan. */
  path: z.string(),
  status: SyncStatus,
  here: SyncEntry.nullable(),
  board: SyncEntry.nullable(),
  action: SyncAction,
  /** The actions that this line can have; `ask` is not among them. */
  choices: z.array(SyncAction),
  why: UnusableReason.optional(),
})
export type SyncLine = z.infer<typeof SyncLine>

/** Where the files of a plan come from. */
export const SyncSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('computer'), folder: z.string() }),
  /** A zip that `backup.create` made. */
  z.object({ kind: z.literal('backup'), file: z.string(), board: z.string().optional(), at: z.number().optional() }),
  /** A board as it was. */
  z.object({ kind: z.literal('snapshot'), board: z.string(), at: z.number() }),
  z.object({ kind: z.literal('board'), session: z.string(), name: z.string(), folder: z.string() }),
])
export type SyncSource = z.infer<typeof SyncSource>

/** What would be done, for the user to look at and change. Main keeps it under its id until newer ones displace it. */
export const SyncPlan = z.object({
  id: z.string(),
  source: SyncSource,
  /** The folder on the board. It need not exist when the source has files. */
  folder: z.string(),
  mode: SyncMode,
  /** By path. */
  lines: z.array(SyncLine),
  /** When these two folders were synced last, milliseconds since 1970; null: never. */
  lastSync: z.number().nullable(),
  /** Files and folders at the source that were left out by the excludes. */
  excluded: z.number(),
  /** The file system that holds the board's folder; null where the firmware can't say. */
  storage: Space.nullable(),
  /** False: the firmware can't hash, so that equal sizes had to be compared by reading, and copies are read back. */
  hashed: z.boolean(),
})
export type SyncPlan = z.infer<typeof SyncPlan>

/** The user's choice for one line. */
export const SyncChoice = z.object({ path: z.string(), action: SyncAction })
export type SyncChoice = z.infer<typeof SyncChoice>

/** Why a line was not carried out, or not proven. `code` is that of the failure. */
export const SyncLeft = z.object({ path: z.string(), error: WireError.optional() })
export type SyncLeft = z.infer<typeof SyncLeft>

/** What was done. `ended` other than `done`: the lines in `left` were not reached; every file is whole, in its old or its new version. */
export const SyncResult = z.object({
  ended: z.enum(['done', 'cancelled', 'failed']),
  /** What ended it, when it failed. */
  error: WireError.optional(),
  uploaded: z.number(),
  downloaded: z.number(),
  /** Files and folders deleted on the board. */
  removed: z.number(),
  /** Bytes of the files copied. */
  bytes: z.number(),
  /** Files found the same on both sides by the plan. */
  same: z.number(),
  /** Lines left as they are by choice. */
  kept: z.number(),
  /** Copied files whose SHA-256 was computed at both ends and agreed. */
  proven: z.number(),
  /** Copied files for which the firmware could not prove that. */
  unproven: z.array(z.string()),
  /** Lines to be done that were not: still to be asked, failed, or not reached. */
  left: z.array(SyncLeft),
  /** Old versions that the history could not take before they were replaced or deleted. */
  notKept: z.array(NotKept),
})
export type SyncResult = z.infer<typeof SyncResult>

/** What a plan with these actions comes to. */
export interface SyncTotals {
  /** Lines by their action; lines that are the same don't count. */
  lines: Record<SyncAction, number>
  same: number
  /** Bytes to be sent to the board, and to be read from it. */
  up: number
  down: number
}

/** Adds up what a plan's lines will do; for the window's summary and for progress. */
export function syncTotals(lines: readonly SyncLine[]): SyncTotals {
  const totals: SyncTotals = { lines: { upload: 0, download: 0, delete: 0, keep: 0, ask: 0 }, same: 0, up: 0, down: 0 }
  for (const { status, action, here, board } of lines) {
    if (status === 'same') {
      totals.same += 1
      continue
    }
    totals.lines[action] += 1
    if (action === 'upload') totals.up += here?.size ?? 0
    if (action === 'download') totals.down += board?.size ?? 0
  }
  return totals
}

/** The plan's lines with the user's choices put in; a choice that a line can't have is left out. */
export function withChoices(lines: readonly SyncLine[], choices: readonly SyncChoice[]): SyncLine[] {
  const chosen = new Map(choices.map(({ path, action }) => [path, action]))
  return lines.map((line) => {
    const action = chosen.get(line.path)
    return action !== undefined && line.choices.includes(action) ? { ...line, action } : line
  })
}
