import { z } from 'zod'

/** An old version that could not be taken into the history before it was replaced or deleted. */
export const NotKept = z.object({
  path: z.string(),
  /** Bytes. */
  size: z.number(),
  /** `too-large`: over the limit in the settings; `disk`: this computer's disk is full or fails; `unreadable`: the board could not read it. */
  why: z.enum(['too-large', 'disk', 'unreadable']),
})
export type NotKept = z.infer<typeof NotKept>

/** How the history came to know of contents. `sent`: they were about to be written; whether they arrived is said by `saved`. */
export const HistoryCause = z.enum(['before-save', 'before-delete', 'sent', 'saved', 'seen'])
export type HistoryCause = z.infer<typeof HistoryCause>

/** One state of a file on a board. */
export const FileVersion = z.object({
  /** Absolute on the board. */
  path: z.string(),
  /** Names the contents: `history.read`. */
  sha256: z.string(),
  size: z.number(),
  /** When it was seen first in an unbroken row, milliseconds since 1970. */
  at: z.number(),
  /** When it was seen last before another took its place. */
  until: z.number(),
  cause: HistoryCause,
  /** False: the contents were too large, or had to go because the store was full. */
  kept: z.boolean(),
})
export type FileVersion = z.infer<typeof FileVersion>

/** A file that the history knows. */
export const HistoryFile = z.object({
  path: z.string(),
  /** Versions whose contents can be brought back. */
  versions: z.number(),
  lastAt: z.number(),
  /** True: when last heard of, it was deleted. */
  deleted: z.boolean(),
})
export type HistoryFile = z.infer<typeof HistoryFile>

/** A board as it was. */
export const BoardSnapshot = z.object({
  id: z.string(),
  at: z.number(),
  /** The folder that was looked at, with all below it. */
  folder: z.string(),
  cause: z.enum(['listing', 'before-sync', 'backup']),
  files: z.number(),
  bytes: z.number(),
  /** Files whose contents are not there any more, or never were. */
  missing: z.number(),
})
export type BoardSnapshot = z.infer<typeof BoardSnapshot>

/** A board that the history knows. */
export const HistoryBoard = z.object({
  /** Names the board in the requests. */
  key: z.string(),
  name: z.string(),
  lastAt: z.number(),
})
export type HistoryBoard = z.infer<typeof HistoryBoard>

const COMPUTER = 'computer:'

/** How the history names a folder of the computer whose files a board's have replaced. */
export function computerKey(folder: string): string {
  return `${COMPUTER}${folder}`
}

/** True for the key of a folder of the computer. */
export function isComputerKey(key: string): boolean {
  return key.startsWith(COMPUTER)
}

/** Whether all of a board's files are taken into the history whenever they are listed. */
export const KeepAll = z.enum(['ask', 'yes', 'no'])
export type KeepAll = z.infer<typeof KeepAll>

/** What the history is for a session's board. */
export const HistoryState = z.object({
  /** False: switched off in the settings. */
  enabled: z.boolean(),
  /** The key of this board; it may change once, when the board was asked who it is. */
  board: z.string(),
  /** `ask` while the user was not asked yet. */
  keepAll: KeepAll,
  /** Bytes of the whole store, of all boards. */
  used: z.number(),
})
export type HistoryState = z.infer<typeof HistoryState>

/** What taking all files of a board came to. */
export const TakeResult = z.object({
  files: z.number(),
  /** Files whose contents were read now; the others were known. */
  read: z.number(),
  notKept: z.array(NotKept),
})
export type TakeResult = z.infer<typeof TakeResult>
