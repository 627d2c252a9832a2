import type { StopChoice } from '../../shared/board'
import type { SyncEntry, SyncSource } from '../../shared/sync'
import type { Excludes } from './excludes'
import type { SyncTree } from './syncTree'

/** The source of a plan while a job uses it. */
export interface OpenSource {
  /** What lies in it now. */
  tree(signal: AbortSignal): Promise<SyncTree>
  /** The contents of a file. Whoever asks compares their hash with what was planned. */
  read(path: string, signal: AbortSignal): Promise<Uint8Array>
}

/** What a source that can be written takes. */
export interface WritableSource {
  /** Where the user finds it, for messages and the history. */
  folder: string
  /** Makes or replaces a file, with the folders that it needs; `before` is what the plan saw there. `changed-elsewhere`. */
  write(path: string, bytes: Uint8Array, before: SyncEntry | null): Promise<void>
  makeFolder(path: string): Promise<void>
}

/** Where the files of a plan come from. */
export interface PlanSource {
  readonly about: SyncSource
  readonly excludes: Excludes
  /** Undefined where nothing can be written. */
  readonly writable: WritableSource | undefined
  /** The session whose board this is; two sessions are always taken in the order of their ids, so that none waits for the other for ever. */
  readonly session: string | undefined
  /** Gives the source to the work; for a board that is a job of its own. */
  open<T>(name: string, stop: StopChoice, work: (source: OpenSource) => Promise<T>): Promise<T>
}
