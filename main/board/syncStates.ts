import { z } from 'zod'
import { KeyedFiles } from '../settings/keyedFiles'

/** What is remembered of two folders that were synced. */
export const SyncState = z.object({
  /** When all lines were the same last, milliseconds since 1970; null: never. */
  at: z.number().nullable().default(null),
  /** The hash that both sides had, by path. */
  agreed: z.record(z.string(), z.string()).default({}),
  /** Hashes of the computer's files as long as size and time stay, by path. */
  hashes: z.record(z.string(), z.object({ size: z.number(), mtime: z.number(), sha256: z.string() })).default({}),
})
export type SyncState = z.infer<typeof SyncState>

/** Which two folders. */
export interface SyncPair {
  board: string
  /** On the board. */
  folder: string
  /** On the computer. */
  disk: string
}

/** Remembers each pair of folders between runs of the app. */
export class SyncStates {
  private readonly files: KeyedFiles<SyncState>

  constructor(folder: string) {
    this.files = new KeyedFiles(folder, SyncState)
  }

  read(pair: SyncPair): Promise<SyncState> {
    return this.files.of(keyOf(pair)).read()
  }

  write(pair: SyncPair, state: SyncState): Promise<void> {
    return this.files.of(keyOf(pair)).write(state)
  }
}

function keyOf({ board, folder, disk }: SyncPair): string {
  return JSON.stringify([board, folder, disk])
}
