import { z } from 'zod'
import { NotKept } from './history'

/** The name of the list inside a backup. */
export const MANIFEST_NAME = 'perfboard-backup.json'

/** What a backup says of itself. Read from a file that anybody may have made: sizes and hashes are checked, texts only shown. */
export const BackupManifest = z.object({
  format: z.literal(1),
  /** Milliseconds since 1970. */
  at: z.number(),
  board: z.object({
    name: z.string().max(200),
    machine: z.string().max(200),
    implementation: z.string().max(200),
    version: z.string().max(200),
    uniqueId: z.string().max(200).optional(),
  }),
  /** The folder that was backed up. */
  folder: z.string().max(1_000),
  files: z.array(z.object({ path: z.string().max(1_000), size: z.number(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(10_000),
  folders: z.array(z.string().max(1_000)).max(10_000),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** What making a backup came to. */
export const BackupResult = z.object({
  file: z.string(),
  /** Bytes of the zip. */
  size: z.number(),
  files: z.number(),
  folders: z.number(),
  /** Bytes of the files. */
  bytes: z.number(),
  /** Files whose SHA-256 the board computed too, and which agreed. */
  proven: z.number(),
  /** Files that could not be read, and are not in the backup. */
  left: z.array(NotKept),
})
export type BackupResult = z.infer<typeof BackupResult>

/** What a backup holds, before anything is restored from it. */
export const BackupContents = z.object({
  manifest: BackupManifest.omit({ files: true, folders: true }),
  files: z.number(),
  bytes: z.number(),
})
export type BackupContents = z.infer<typeof BackupContents>
