import { z } from 'zod'
import { BoardSnapshot, HistoryCause } from '../../shared/history'

/** A file of a board, as it was at a time. Without `sha256` it was gone then. */
export const FileRecord = z.object({
  kind: z.literal('file'),
  at: z.number(),
  path: z.string(),
  sha256: z.string().optional(),
  size: z.number(),
  cause: HistoryCause,
})
export type FileRecord = z.infer<typeof FileRecord>

/** All files below a folder, as they were at a time. */
export const TreeRecord = z.object({
  kind: z.literal('tree'),
  at: z.number(),
  id: z.string(),
  folder: z.string(),
  cause: BoardSnapshot.shape.cause,
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
  folders: z.array(z.string()),
  /** What was not looked at, in the form of a .gitignore. */
  excludes: z.array(z.string()).default([]),
})
export type TreeRecord = z.infer<typeof TreeRecord>

/** What a board is called. */
export const NameRecord = z.object({ kind: z.literal('name'), at: z.number(), key: z.string(), name: z.string() })
export type NameRecord = z.infer<typeof NameRecord>

/** One line of a board's index. */
export const HistoryRecord = z.discriminatedUnion('kind', [FileRecord, TreeRecord, NameRecord])
export type HistoryRecord = z.infer<typeof HistoryRecord>
