import { z } from 'zod'

/** A file or folder of the computer. */
export const WorkspaceEntry = z.object({
  name: z.string(),
  /** Absolute, in the system's own form. */
  path: z.string(),
  kind: z.enum(['file', 'folder']),
  /** Bytes; 0 for a folder. */
  size: z.number(),
  /** Milliseconds since 1970. */
  mtime: z.number(),
})
export type WorkspaceEntry = z.infer<typeof WorkspaceEntry>

/** One level of the disk for the in-page picker; `parent` is null at the top. */
export const BrowsedFolder = z.object({ path: z.string(), parent: z.string().nullable(), entries: z.array(WorkspaceEntry) })
export type BrowsedFolder = z.infer<typeof BrowsedFolder>

/** How many files and folders lie below a folder. */
export const TreeCount = z.object({ files: z.number(), folders: z.number() })
export type TreeCount = z.infer<typeof TreeCount>
