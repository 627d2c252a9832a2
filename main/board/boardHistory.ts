import type { BoardMemory } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import type { HistoryCause, NotKept } from '../../shared/history'
import { portName } from '../../shared/portName'
import type { HistoryStore, KnownBoard, Sighting } from '../history/historyStore'
import type { TreeEntry } from '../protocol/treeListing'
import type { BoardJob } from './jobRunner'
import type { SessionParts } from './sessionParts'

/** What is remembered of this session's board; see `BoardMemory`. */
export interface BoardNotes {
  get(): Promise<BoardMemory>
  update(patch: Partial<BoardMemory>): Promise<void>
}

/** What a job needs of the board for its history. */
type Job = Pick<BoardJob, 'files' | 'signal' | 'firmware'>

/** Failures that end the job itself; others only say that a version could not be kept. */
const ENDS_JOB = ['port-gone', 'cancelled', 'timeout', 'no-prompt'] as const

/**
 * One board's part of the history: takes what a job is about to replace or delete. A history that fails never fails the job: what could not
 * be kept is answered, to be told.
 */
export class BoardHistory {
  constructor(
    private readonly parts: SessionParts,
    readonly store: HistoryStore,
    readonly notes: BoardNotes,
  ) {}

  get enabled(): boolean {
    return this.store.enabled
  }

  /** How the history names this board: by its unique id as soon as it is known. */
  async board(): Promise<KnownBoard> {
    const { board, port } = this.parts.status.snapshot()
    const id = board === null ? (await this.notes.get()).firmware?.facts.uniqueId : board.uniqueId
    const key = id === undefined ? this.parts.status.snapshot().boardKey : `id:${id}`
    return { key, name: portName(port) }
  }

  /**
   * Takes the file that is about to be replaced or deleted. `known` spares asking the board: null says that nothing is there. Undefined when
   * all is well; else why it could not be kept.
   */
  async keepOld(job: Job, path: string, cause: HistoryCause, known?: TreeEntry | null): Promise<NotKept | undefined> {
    if (!this.enabled || known === null || known?.kind === 'folder') return undefined
    const entry = known ?? (await this.look(job, path))
    if (entry === undefined) return undefined
    const gone: Sighting[] = cause === 'before-delete' ? [{ path, size: 0, cause }] : []
    try {
      const kept = entry.sha256 === undefined ? undefined : await this.store.has(entry.sha256)
      if (kept !== undefined && entry.sha256 !== undefined) {
        await this.note([{ path, sha256: entry.sha256, size: kept, cause }, ...gone])
        return undefined
      }
    } catch (thrown) {
      return this.failed(path, entry.size, thrown)
    }
    const size = entry.size
    if (size > this.store.fileLimit) return { path, size, why: 'too-large' }
    const bytes = await readIfPossible(job, path)
    if (bytes === undefined) return { path, size, why: 'unreadable' }
    try {
      const sha256 = await this.store.keep(bytes)
      await this.note([{ path, sha256, size: bytes.length, cause }, ...gone])
      return undefined
    } catch (thrown) {
      return this.failed(path, size, thrown)
    }
  }

  /** The same for files, and folders with all that is in them, which are about to be deleted. */
  async keepAllOf(job: Job, paths: readonly string[]): Promise<NotKept[]> {
    if (!this.enabled) return []
    const notKept: NotKept[] = []
    for (const path of paths) {
      for (const entry of await this.filesOf(job, path)) {
        job.signal.throwIfAborted()
        const failed = await this.keepOld(job, entry.path, 'before-delete', entry)
        if (failed !== undefined) notKept.push(failed)
      }
    }
    return notKept
  }

  /** The contents are about to be written: an interrupted save can be finished from here. Files over the limit are not noted. */
  async noteSent(path: string, bytes: Uint8Array): Promise<void> {
    if (!this.enabled || bytes.length > this.store.fileLimit) return
    await this.quietly(path, async () => {
      await this.note([{ path, sha256: await this.store.keep(bytes), size: bytes.length, cause: 'sent' }])
    })
  }

  /** The contents are on the board, as proven by its hash. */
  async noteSaved(path: string, sha256: string, size: number): Promise<void> {
    if (!this.enabled) return
    await this.quietly(path, () => this.note([{ path, sha256, size, cause: 'saved' }]))
  }

  /** Logs instead of failing: the file on the board comes first. */
  async quietly(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      this.failed(path, 0, thrown)
    }
  }

  private async note(seen: Sighting[]): Promise<void> {
    await this.store.note(await this.board(), seen)
  }

  private failed(path: string, size: number, thrown: unknown): NotKept {
    this.parts.log('warn', `The history of ${path} could not be kept: ${AppError.from(thrown).message}`)
    return { path, size, why: 'disk' }
  }

  /** What is at the path, with its hash where the board has one; undefined when nothing, or no file, is there. */
  private async look({ files, signal }: Job, path: string): Promise<TreeEntry | undefined> {
    try {
      const sha256 = await files.hash(path, signal)
      // Kept contents need no more than their hash.
      if (sha256 !== null && (await this.isKept(sha256))) return { path, kind: 'file', size: 0, sha256 }
      const found = await files.stat(path)
      if (found?.kind !== 'file') return undefined
      return { path, kind: 'file', size: found.size, ...(sha256 === null ? {} : { sha256 }) }
    } catch (thrown) {
      if (hasCode(thrown, ...ENDS_JOB) || !(thrown instanceof AppError)) throw thrown
      return undefined // nothing there, or a folder: the job itself says so
    }
  }

  /** True when the contents are in the store; they count as new again. */
  async isKept(sha256: string): Promise<boolean> {
    try {
      return (await this.store.has(sha256)) !== undefined
    } catch (thrown) {
      this.parts.log('warn', `The history can’t be read: ${AppError.from(thrown).message}`)
      return false
    }
  }

  private async filesOf(job: Job, path: string): Promise<TreeEntry[]> {
    const found = await job.files.stat(path)
    if (found === null) return []
    if (found.kind === 'file') {
      const entry = await this.look(job, path)
      return entry === undefined ? [] : [entry]
    }
    return (await job.files.listTree(path, { hashes: true, signal: job.signal })).filter(({ kind }) => kind === 'file')
  }
}

/** Undefined for a file that the board can't read; what ends the job is thrown. */
export async function readIfPossible({ files, signal }: Pick<BoardJob, 'files' | 'signal'>, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.readFile(path, { signal })
  } catch (thrown) {
    if (hasCode(thrown, ...ENDS_JOB) || !(thrown instanceof AppError)) throw thrown
    return undefined
  }
}
