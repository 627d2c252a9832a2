import type { ConflictChoice, StopChoice, Transferred } from '../../shared/board'
import { baseName, parentBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import type { NotKept } from '../../shared/history'
import { t } from '../../shared/language/language'
import { sha256Of } from '../protocol/fileReading'
import type { BoardHistory } from './boardHistory'
import type { BoardJob, JobRunner } from './jobRunner'
import type { Listings } from './listings'
import { saveKept } from './safeSave'
import { type SettledPlan, settlePlan } from './transferConflicts'
import { type Disk, type PlannedFile, planDownload, planUpload, surveyBoard, type TransferPlan } from './transferPlan'

/** Copies files and folders between the computer and the board, in one job each way. */
export class Transfers {
  constructor(
    private readonly runner: JobRunner,
    private readonly disk: Disk,
    private readonly listings: Listings,
    private readonly history: BoardHistory,
  ) {}

  /**
   * Into a folder of the board, each file by the safe save. Files that are there with other contents: see `ConflictChoice`. `no-space` with
   * `{ path, needed, free }` before anything is written. Cancelled or failed later, the files copied so far stay.
   */
  async upload(from: string[], to: string, stop: StopChoice, conflict: ConflictChoice = 'refuse'): Promise<Transferred> {
    const planned = await planUpload(this.disk, from, to)
    return this.runner.withBoard({ name: uploadName(planned), stop }, async (job) => {
      const surveyed = await surveyBoard(job.files, planned, to)
      const plan = await settlePlan(surveyed, conflict, (file) => this.isSame(job, file.to, file.from))
      await checkRoom(job, plan, to)
      try {
        for (const folder of plan.folders) {
          job.signal.throwIfAborted()
          await job.files.makeFolder(folder)
        }
        const notKept: NotKept[] = []
        const done = await eachFile(job, plan, async (file, onProgress) => {
          const { bytes } = await this.disk.readFile(file.from)
          const known = file.there === undefined ? { known: null } : {}
          const saved = await saveKept(job, this.history, file.to, bytes, { onProgress, ...known })
          if (saved.notKept !== undefined) notKept.push(saved.notKept)
          return bytes.length
        })
        return notKept.length === 0 ? done : { ...done, notKept }
      } finally {
        this.listings.changed(...new Set([to, ...plan.folders, ...plan.files.map((file) => parentBoardPath(file.to))]))
      }
    })
  }

  /** Into a folder of the computer, in the same way. */
  download(from: string[], to: string, stop: StopChoice, conflict: ConflictChoice = 'refuse'): Promise<Transferred> {
    const [first = ''] = from
    const name =
      from.length === 1 ? t('Downloading {{name}}', { name: baseName(first) }) : t('Downloading {{number}} items', { number: from.length })
    return this.runner.withBoard({ name, stop }, async (job) => {
      const planned = await planDownload(job.files, this.disk, from, to)
      const plan = await settlePlan(planned, conflict, (file) => this.isSame(job, file.from, file.to))
      for (const folder of plan.folders) await this.disk.makeFolder(folder)
      return await eachFile(job, plan, async (file, onProgress) => {
        const bytes = await job.files.readFile(file.from, { signal: job.signal, onProgress })
        await this.disk.writeFile(file.to, bytes)
        return bytes.length
      })
    })
  }

  /** True when both hold the same bytes; false also where the firmware can't tell. */
  private async isSame(job: BoardJob, onBoard: string, onDisk: string): Promise<boolean> {
    job.signal.throwIfAborted()
    const there = await job.files.hash(onBoard, job.signal)
    return there !== null && there === sha256Of((await this.disk.readFile(onDisk)).bytes)
  }
}

/** Copies the plan's files one after the other; what a file's own progress counts is added to those before it. */
export async function eachFile(
  job: BoardJob,
  plan: SettledPlan,
  copy: (file: PlannedFile, onProgress: (done: number) => void) => Promise<number>,
): Promise<Transferred> {
  let before = 0
  let bytes = 0
  for (const file of plan.files) {
    job.signal.throwIfAborted()
    bytes += await copy(file, (done) => {
      job.progress({ done: Math.min(before + done, plan.bytes), total: plan.bytes, unit: 'bytes' })
    })
    before += file.size
    job.progress({ done: before, total: plan.bytes, unit: 'bytes' })
  }
  return { files: plan.files.length, bytes, same: plan.same, skipped: plan.skipped }
}

/** Refuses what can't fit as a whole: half a project on a full board helps nobody. Each file's save checks again to the block. */
export async function checkRoom({ files }: BoardJob, plan: SettledPlan, to: string): Promise<void> {
  if (plan.files.length === 0) return
  const space = await files.storage(to)
  if (space === null) return
  const needed = plan.files.reduce((sum, file) => sum + file.size - (file.there ?? 0), 0)
  const { free } = space
  if (needed <= free) return
  throw new AppError('no-space', t('The upload needs {{needed}} bytes; {{free}} are free', { needed, free }), {
    path: plan.files.length === 1 ? (plan.files[0]?.to ?? to) : to,
    needed,
    free,
  })
}

function uploadName({ files }: TransferPlan): string {
  const [only] = files
  return files.length === 1 && only !== undefined
    ? t('Uploading {{name}}', { name: baseName(only.to) })
    : t('Uploading {{count}} files', { count: files.length })
}
