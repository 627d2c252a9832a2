import { z } from 'zod'

/** A request of a window: what it carries, and what comes back. */
export function request<P extends z.ZodRawShape, R extends z.ZodType>(
  params: P,
  result: R,
): { params: z.ZodObject<P, z.core.$strict>; result: R } {
  return { params: z.strictObject(params), result }
}

/** The result of what only succeeds. */
export const nothing = z.null()
/** The largest file that crosses the contract in one piece. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024
/** The contents of one file. */
export const Bytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes')
  .refine((bytes) => bytes.length <= MAX_FILE_BYTES, 'too large')
/** A session's id. */
export const SessionId = z.string().min(1).max(100)
/** A path of the computer, in the system's form. */
export const DiskPath = z.string().min(1).max(4_096)
/** A file's name. */
export const Name = z.string().min(1).max(255)
/** A window's key. */
export const WindowKey = z.string().regex(/^[a-z0-9-]{1,64}$/)
