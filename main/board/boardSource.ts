import type { StopChoice } from '../../shared/board'
import { portName } from '../../shared/portName'
import type { SyncSource } from '../../shared/sync'
import { boardPathOf, readBoardTree } from './boardTree'
import { type Excludes, makeExcludes } from './excludes'
import type { JobRunner } from './jobRunner'
import type { SessionParts } from './sessionParts'
import type { OpenSource, PlanSource } from './syncSource'

/** A folder of another connected board. Its files go through memory, one at a time, and never onto the disk. */
export class BoardSource implements PlanSource {
  readonly writable = undefined
  readonly excludes: Excludes

  constructor(
    private readonly parts: SessionParts,
    private readonly runner: JobRunner,
    private readonly folder: string,
  ) {
    this.excludes = makeExcludes(parts.settings().syncExcludes)
  }

  get session(): string {
    return this.parts.status.id
  }

  get about(): SyncSource {
    return { kind: 'board', session: this.session, name: portName(this.parts.status.port), folder: this.folder }
  }

  /** A job on this board for as long as the work takes; calling off either board's job ends both. */
  open<T>(name: string, stop: StopChoice, work: (source: OpenSource) => Promise<T>): Promise<T> {
    return this.runner.withBoard({ name, stop }, (job) =>
      work({
        tree: (signal) => readBoardTree({ ...job, signal: AbortSignal.any([job.signal, signal]) }, this.folder, this.excludes),
        read: (below, signal) => job.files.readFile(boardPathOf(this.folder, below), { signal: AbortSignal.any([job.signal, signal]) }),
      }),
    )
  }
}
