import { z } from 'zod'

/** A line of the app's own log. */
export const LogEntry = z.object({
  /** Counts up from 1 in a run of the app. */
  id: z.number(),
  /** Milliseconds since 1970. */
  at: z.number(),
  level: z.enum(['info', 'warn', 'error']),
  text: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>
