import { randomUUID } from 'node:crypto'
import type { StopChoice } from '../../shared/board'
import { isWithin, parentBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type SyncChoice, type SyncLine, type SyncMode, type SyncPlan, type SyncResult, withChoices } from '../../shared/sync'
import { sha256Of } from '../protocol/fileReading'
import { BackupSource } from './backupSource'
import type { BoardHistory } from './boardHistory'
import { BoardSource } from './boardSource'
import { checkNamesForBoard, checkNamesForDisk, boardPathOf, readBoardTree } from './boardTree'
import { ComputerSource, type SyncDisk } from './computerSource'
import type { BoardJob, JobRunner } from './jobRunner'
import { type KeptPlan, KeptPlans } from './keptPlans'
import type { Listings } from './listings'
import type { SessionParts } from './sessionParts'
import { SnapshotSource } from './snapshotSource'
import { planLines } from './syncPlanner'
import { SyncRun } from './syncRun'
import { fitPlan } from './syncSpace'
import type { OpenSource, PlanSource } from './syncSource'
import type { SyncStates } from './syncStates'
import { isSameEntry, type SyncTree } from './syncTree'
import { noteTree, takeTree } from './treeHistory'

/** What plans need of the rest of a session. */
export interface SyncParts {
  session: SessionParts
  runner: JobRunner
  listings: Listings
  history: BoardHistory
  disk: SyncDisk
  states: SyncStates
}

/**
 * Plans for one board and their carrying out, whatever the files come from. One job for a plan, one for carrying it out. Failures: those of
 * `JobRunner.withBoard`, of `BoardFiles` and of the source.
 */
export class BoardSync {
  private readonly plans = new KeptPlans()

  constructor(private readonly parts: SyncParts) {}

  /** Compares a folder of the computer with one of the board. */
  async planFolder(folder: string, to: string, mode: SyncMode, stop: StopChoice): Promise<SyncPlan> {
    const { states, disk, session } = this.parts
    // Who the board is may only be known when it was asked: then what is remembered is looked up again, with the board at hand.
    const patterns = session.settings().syncExcludes
    const { hashes } = await states.read(await this.pairOf(folder, to))
    const source = await ComputerSource.at(disk, folder, patterns, hashes)
    return await this.plan(source, to, mode, stop, { disk: folder, hashes: () => source.hashes() })
  }

  /** What restoring a backup would do. */
  async planBackup(file: string, to: string, mode: SyncMode, stop: StopChoice): Promise<SyncPlan> {
    return await this.plan(await BackupSource.at(this.parts.disk, file), to, mode, stop, undefined)
  }

  /** What bringing a board back as it was would do. */
  async planSnapshot(board: string, snapshot: string, to: string, mode: SyncMode, stop: StopChoice): Promise<SyncPlan> {
    return await this.plan(await SnapshotSource.at(this.parts.history.store, board, snapshot), to, mode, stop, undefined)
  }

  /** What copying a folder of another board would do. */
  planCopy(from: BoardSync, folder: string, to: string, mode: SyncMode, stop: StopChoice): Promise<SyncPlan> {
    return this.plan(new BoardSource(from.parts.session, from.parts.runner, folder), to, mode, stop, undefined)
  }

  /** One side of a line. `changed-elsewhere` when it is not what the plan saw. */
  async read(id: string, path: string, side: 'here' | 'board', stop: StopChoice): Promise<Uint8Array> {
    const { plan, source } = this.plans.get(id)
    const line = plan.lines.find((each) => each.path === path)
    const entry = line?.[side]
    if (entry?.kind !== 'file') throw new AppError('not-found', t('{{path}} is not there', { path }), { path })
    const name = t('Reading {{name}}', { name: path })
    const bytes =
      side === 'board'
        ? await this.parts.runner.withBoard({ name, stop }, ({ files, signal }) =>
            files.readFile(boardPathOf(plan.folder, path), { signal }),
          )
        : await source.open(name, stop, (open) => open.read(path, new AbortController().signal))
    if (sha256Of(bytes) !== entry.sha256) throw changed(path)
    return bytes
  }

  /** See `sync.carryOut` in the contract. A plan is carried out once. */
  async carryOut(id: string, choices: readonly SyncChoice[], stop: StopChoice): Promise<SyncResult> {
    const kept = this.plans.get(id)
    const lines = withChoices(kept.plan.lines, choices)
    const name =
      kept.source.about.kind === 'computer'
        ? t('Syncing {{path}}', { path: kept.plan.folder })
        : t('Restoring {{path}}', { path: kept.plan.folder })
    return await this.withBoth(kept.source, name, stop, async (job, open) => {
      const now = await this.checkUnchanged(kept, lines, job, open)
      const order = await this.checkRoom(job, kept.plan.folder, lines, now.isThere)
      await noteTree(this.parts.history, kept.plan.folder, now, 'before-sync', kept.source.excludes.lines)
      this.plans.forget(id)
      const folders = new Set(
        [...now.entries].filter(([, { kind }]) => kind === 'folder').map(([path]) => boardPathOf(kept.plan.folder, path)),
      )
      if (now.isThere) folders.add(kept.plan.folder)
      const { history } = this.parts
      const run = new SyncRun(
        { job, history, source: open, writable: kept.source.writable, folder: kept.plan.folder, folders, order },
        lines,
      )
      try {
        return await run.carryOut()
      } finally {
        for (const line of run.done) if (line.action === 'delete') this.parts.listings.forget(boardPathOf(kept.plan.folder, line.path))
        this.parts.listings.changed(...run.touched)
        await history.quietly(kept.plan.folder, () => this.remember(kept, lines, run.done))
      }
    })
  }

  private plan(source: PlanSource, to: string, mode: SyncMode, stop: StopChoice, pair: KeptPlan['pair']): Promise<SyncPlan> {
    return this.withBoth(source, t('Comparing {{path}}', { path: to }), stop, async (job, open) => {
      const here = await open.tree(job.signal)
      const board = await readBoardTree(job, to, source.excludes)
      checkNamesForBoard(board, here, to, job.firmware.hasFolders)
      if (source.writable !== undefined) checkNamesForDisk(here, board)
      const state = pair === undefined ? undefined : await this.parts.states.read(await this.pairOf(pair.disk, to))
      const last = state === undefined || Object.keys(state.agreed).length === 0 ? null : new Map(Object.entries(state.agreed))
      const lines = planLines({ here, board, last, mode, isWritable: source.writable !== undefined })
      const plan: SyncPlan = {
        id: randomUUID(),
        source: source.about,
        folder: to,
        mode,
        lines,
        lastSync: state?.at ?? null,
        excluded: here.excluded,
        storage: await job.files.storage(await nearestFolder(job, to, board.isThere)),
        hashed: job.firmware.hasHash,
      }
      const kept: KeptPlan = { plan, source, pair }
      this.plans.keep(kept)
      if ((await this.parts.history.notes.get()).keepAll === 'yes')
        await takeTree(this.parts.history, job, to, board, source.excludes.lines)
      await this.parts.history.quietly(to, () => this.remember(kept, lines, []))
      return plan
    })
  }

  /** The job on the board, and the source within it or around it. */
  private withBoth<T>(
    source: PlanSource,
    name: string,
    stop: StopChoice,
    work: (job: BoardJob, open: OpenSource) => Promise<T>,
  ): Promise<T> {
    const { runner, session } = this.parts
    if (source.session === session.status.id) {
      return Promise.reject(new AppError('not-available', t('A board can’t be copied onto itself'), { session: source.session }))
    }
    if (source.session !== undefined && source.session < session.status.id) {
      return source.open(name, stop, (open) => runner.withBoard({ name, stop }, (job) => work(job, open)))
    }
    return runner.withBoard({ name, stop }, (job) => source.open(name, stop, (open) => work(job, open)))
  }

  /** Both sides once more; `changed-elsewhere` where a line to be carried out is not as planned. */
  private async checkUnchanged(
    { plan, source }: KeptPlan,
    lines: readonly SyncLine[],
    job: BoardJob,
    open: OpenSource,
  ): Promise<SyncTree & { isThere: boolean }> {
    const here = await open.tree(job.signal)
    const board = await readBoardTree(job, plan.folder, source.excludes)
    for (const { path, action, here: ours, board: theirs } of lines) {
      if (action === 'keep' || action === 'ask') continue
      const isAsPlanned = (planned: typeof ours, now: typeof ours): boolean =>
        isSameEntry(planned, now) || (planned !== null && planned.sha256 === undefined && planned.size === now?.size)
      if (!isAsPlanned(ours, here.entries.get(path) ?? null) || !isAsPlanned(theirs, board.entries.get(path) ?? null)) throw changed(path)
    }
    return board
  }

  private async checkRoom(
    job: BoardJob,
    folder: string,
    lines: readonly SyncLine[],
    isThere: boolean,
  ): Promise<'copy-first' | 'delete-first'> {
    const space = await job.files.storage(await nearestFolder(job, folder, isThere))
    if (space === null) return 'copy-first'
    const verdict = fitPlan(lines, space.free)
    if (verdict.order !== 'none') return verdict.order
    const { needed } = verdict
    const { free } = space
    throw new AppError('no-space', t('This needs {{needed}} bytes; {{free}} are free', { needed, free }), { path: folder, needed, free })
  }

  /** What both sides agree on now. What is still different keeps what was agreed on before. */
  private async remember({ plan, pair }: KeptPlan, lines: readonly SyncLine[], done: readonly SyncLine[]): Promise<void> {
    if (pair === undefined) return
    const { states, session } = this.parts
    const key = await this.pairOf(pair.disk, plan.folder)
    const { agreed: before, at } = await states.read(key)
    const finished = new Set(done.map(({ path }) => path))
    const agreed: Record<string, string> = {}
    for (const { path, status, action, here, board } of lines) {
      const isDone = finished.has(path)
      const now =
        isDone && action === 'delete'
          ? undefined
          : isDone && action === 'download'
            ? board?.sha256
            : isDone || status === 'same'
              ? here?.sha256
              : before[path]
      if (now !== undefined) agreed[path] = now
    }
    const isAllDone = lines.every((line) => line.status === 'same' || finished.has(line.path))
    await states.write(key, { agreed, at: isAllDone ? session.clock.now() : at, hashes: pair.hashes() })
  }

  private async pairOf(disk: string, folder: string): Promise<{ board: string; folder: string; disk: string }> {
    return { board: (await this.parts.history.board()).key, folder, disk }
  }
}

/** The folder itself, or the one that would hold it. */
async function nearestFolder({ files }: BoardJob, folder: string, isThere: boolean): Promise<string> {
  let at = folder
  let found = isThere
  while (!found && at !== '/') {
    at = parentBoardPath(at)
    found = isWithin(at, '/') || (await files.stat(at)) !== null
  }
  return at
}

function changed(path: string): AppError {
  return new AppError('changed-elsewhere', t('{{path}} changed since the plan was made', { path }), { path })
}
