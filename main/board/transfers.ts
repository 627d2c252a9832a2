import type { StopChoice } from '../../shared/board'
import { baseName, parentBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { saveTo } from './boardJobs'
import type { BoardJob, JobRunner } from './jobRunner'
import type { Listings } from './listings'
import { type Disk, planDownload, planUpload, type TransferPlan } from './transferPlan'

/** What a transfer copied. */
export interface Transferred {
  files: number
  bytes: number
}

/** Copies files and folders between the computer and the board, in one job each way. */
export class Transfers {
  constructor(
    private readonly runner: JobRunner,
    private readonly disk: Disk,
    private readonly listings: Listings,
  ) {}

  /** Into a folder of the board, over what is there, each file by the safe save. Cancelled or failed, the files copied so far stay. */
  async upload(from: string[], to: string, stop: StopChoice): Promise<Transferred> {
    const plan = await planUpload(this.disk, from, to)
    return this.runner.withBoard({ name: nameOf('Uploading', plan), stop }, async (job) => {
      try {
        for (const folder of plan.folders) await ensureFolder(job, folder)
        return await eachFile(job, plan, async (file, onProgress) => {
          const { bytes } = await this.disk.readFile(file.from)
          await saveTo(job, file.to, bytes, onProgress)
          return bytes.length
        })
      } finally {
        this.listings.changed(to, ...plan.folders, ...plan.files.map((file) => parentBoardPath(file.to)))
      }
    })
  }

  /** Into a folder of the computer, never over something that is there (`exists`, before anything is copied). */
  download(from: string[], to: string, stop: StopChoice): Promise<Transferred> {
    const [first = ''] = from
    const name = from.length === 1 ? `Downloading ${baseName(first)}` : `Downloading ${from.length} items`
    return this.runner.withBoard({ name, stop }, async (job) => {
      const plan = await planDownload(job.files, this.disk, from, to)
      for (const folder of plan.folders) await this.disk.makeFolder(folder)
      return await eachFile(job, plan, async (file, onProgress) => {
        const bytes = await job.files.readFile(file.from, { signal: job.signal, onProgress })
        await this.disk.writeFile(file.to, bytes)
        return bytes.length
      })
    })
  }
}

async function eachFile(
  job: BoardJob,
  plan: TransferPlan,
  copy: (file: TransferPlan['files'][number], onProgress: (done: number) => void) => Promise<number>,
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
  return { files: plan.files.length, bytes }
}

async function ensureFolder({ files, signal }: BoardJob, folder: string): Promise<void> {
  signal.throwIfAborted()
  const found = await files.stat(folder)
  if (found === null) await files.makeFolder(folder)
  else if (found.kind === 'file') throw new AppError('not-a-folder', `${folder} on the board is a file`, { path: folder })
}

function nameOf(verb: string, plan: TransferPlan): string {
  const [only] = plan.files
  return plan.files.length === 1 && only !== undefined ? `${verb} ${baseName(only.to)}` : `${verb} ${plan.files.length} files`
}
