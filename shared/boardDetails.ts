import { z } from 'zod'
import { Space } from './board'
import { FirmwareFacts } from './firmware'

/** A file system in the board's tree. */
export const Mount = z.object({
  /** Where it begins: `/`, `/sd`. */
  path: z.string(),
  /** What it is, such as `VfsLfs2`; empty where the firmware doesn't say. */
  kind: z.string(),
  space: Space,
})
export type Mount = z.infer<typeof Mount>

/** All that a board tells of itself. */
export const BoardDetails = z.object({ firmware: FirmwareFacts, memory: Space, mounts: z.array(Mount) })
export type BoardDetails = z.infer<typeof BoardDetails>
