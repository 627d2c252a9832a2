import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Transferred } from '../../shared/board'
import { baseName, parentBoardPath } from '../../shared/boardPath'
import { AppError, hasCode } from '../../shared/errors'
import type { NotKept } from '../../shared/history'
import { t } from '../../shared/language/language'
import type { FileJobs } from '../board/fileJobs'
import type { BoardJob } from '../board/jobRunner'
import { settlePlan } from '../board/transferConflicts'
import { type Disk, planDownload, planUpload, surveyBoard, type TransferPlan } from '../board/transferPlan'
import { checkRoom, eachFile } from '../board/transfers'
import { sha256Of } from '../protocol/fileReading'
import { withFsErrors } from '../workspace/fsErrors'
import { boardPathOf, meansFolder } from './boardWords'

/** How to copy. */
export interface CopyChoice {
  /** Folders with all that is in them. */
  recursive: boolean
  /** Also what is the same already. */
  force: boolean
  /** The safe save of the board's session. */
  save: FileJobs['save']
}

/** A place to copy to: into a folder, under the sources' own names, or as `name` in it. */
interface Target {
  to: string
  name: string | undefined
}

/** Copies from the computer to the board, as `cp` takes its words. Each file by the safe save; equal ones, by their SHA-256, are left out. */
export async function upload(job: BoardJob, disk: Disk, words: readonly string[], dest: string, choice: CopyChoice): Promise<Transferred> {
  const at = boardPathOf(dest, job.firmware.root)
  const there = await job.files.stat(at)
  const sources: string[] = []
  for (const word of words) {
    const source = path.resolve(word)
    const isFolder = (await withFsErrors(word, () => stat(source))).isDirectory()
    if (isFolder && !choice.recursive) throw folderWithoutR(word)
    if (isFolder && there?.kind === 'folder' && isContents(word))
      sources.push(...(await disk.list(source)).entries.map((entry) => entry.path))
    else sources.push(source)
  }
  const target = targetOf(at, dest, there?.kind, words.length, choice, { parent: parentBoardPath(at), name: baseName(at) })
  const planned = distinct(await planUpload(disk, sources, target.to, target.name))
  const surveyed = await surveyBoard(job.files, planned, target.to)
  const plan = await settlePlan(surveyed, 'replace', (file) => isSame(job, disk, file.to, file.from, choice))
  await checkRoom(job, plan, target.to)
  for (const folder of plan.folders) {
    job.signal.throwIfAborted()
    await job.files.makeFolder(folder)
  }
  const notKept: NotKept[] = []
  const done = await eachFile(job, plan, async (file, onProgress) => {
    const { bytes } = await disk.readFile(file.from)
    const known = file.there === undefined ? { known: null } : {}
    const saved = await choice.save(job, file.to, bytes, { onProgress, ...known })
    if (saved.notKept !== undefined) notKept.push(saved.notKept)
    return bytes.length
  })
  return { ...done, notKept }
}

/** Copies from the board to the computer, in the same way. */
export async function download(
  job: BoardJob,
  disk: Disk,
  words: readonly string[],
  dest: string,
  choice: CopyChoice,
): Promise<Transferred> {
  const { files, signal } = job
  const at = path.resolve(dest)
  const there = await kindOnDisk(at)
  const sources: string[] = []
  for (const word of words) {
    const source = boardPathOf(word, job.firmware.root)
    const found = await files.stat(source)
    if (found === null) throw new AppError('not-found', t('{{path}} is not on the board', { path: source }), { path: source })
    if (found.kind === 'folder' && !choice.recursive) throw folderWithoutR(word)
    if (found.kind === 'folder' && there === 'folder' && (isContents(word.replace(/^:/, '')) || source === job.firmware.root)) {
      sources.push(...(await files.list(source)).map((entry) => entry.path))
    } else sources.push(source)
  }
  const target = targetOf(at, dest, there, words.length, choice, { parent: path.dirname(at), name: path.basename(at) })
  const planned = await planDownload(files, disk, sources, target.to, process.platform, target.name)
  const plan = await settlePlan(planned, 'replace', (file) => isSame(job, disk, file.from, file.to, choice))
  for (const folder of plan.folders) await disk.makeFolder(folder)
  return await eachFile(job, plan, async (file, onProgress) => {
    const bytes = await files.readFile(file.from, { signal, onProgress })
    await disk.writeFile(file.to, bytes)
    return bytes.length
  })
}

/** Copies single files on the board itself, by way of the computer. */
export async function copyOnBoard(job: BoardJob, words: readonly string[], dest: string, choice: CopyChoice): Promise<Transferred> {
  const { files, firmware, signal } = job
  const at = boardPathOf(dest, firmware.root)
  const there = await files.stat(at)
  const target = targetOf(at, dest, there?.kind, words.length, choice, { parent: parentBoardPath(at), name: baseName(at) })
  const done: Transferred = { files: 0, bytes: 0, same: 0, skipped: 0 }
  for (const word of words) {
    const source = boardPathOf(word, firmware.root)
    const to = boardPathOf(`${target.to}/${target.name ?? baseName(source)}`, '/')
    const bytes = await files.readFile(source, { signal })
    if (to === source) throw new AppError('exists', t('{{path}} can’t be copied onto itself', { path: source }), { path: source })
    await choice.save(job, to, bytes, { onProgress: () => undefined })
    done.files += 1
    done.bytes += bytes.length
  }
  return done
}

/** As Unix's `cp` has it: into a folder that is there, else as what the word says; several things, and a word with a slash, need a folder. */
function targetOf(
  at: string,
  word: string,
  there: 'file' | 'folder' | undefined,
  count: number,
  { recursive }: CopyChoice,
  own: { parent: string; name: string },
): Target {
  if (there === 'folder') return { to: at, name: undefined }
  if (count > 1 || (meansFolder(word) && !recursive))
    throw new AppError('not-a-folder', t('{{path}} is not a folder', { path: word }), { path: at })
  return { to: own.parent, name: own.name }
}

/** `.` and the like have no name of their own: what is in them is copied. */
function isContents(word: string): boolean {
  return /(^|[/\\])\.{1,2}[/\\]?$/.test(word) || /^[/\\]*$/.test(word)
}

function folderWithoutR(word: string): AppError {
  return new AppError('is-a-folder', t('{{path}} is a folder; -r copies folders', { path: word }), { path: word })
}

function distinct(plan: TransferPlan): TransferPlan {
  const targets = new Set<string>()
  for (const { to } of plan.files) {
    if (targets.has(to)) throw new AppError('exists', t('Two of the files would both become {{path}}', { path: to }), { path: to })
    targets.add(to)
  }
  return plan
}

async function isSame(job: BoardJob, disk: Disk, onBoard: string, onDisk: string, { force }: CopyChoice): Promise<boolean> {
  if (force) return false
  const there = await job.files.hash(onBoard, job.signal)
  return there !== null && there === sha256Of((await disk.readFile(onDisk)).bytes)
}

async function kindOnDisk(place: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await withFsErrors(place, () => stat(place))).isDirectory() ? 'folder' : 'file'
  } catch (thrown) {
    if (hasCode(thrown, 'not-found')) return undefined
    throw thrown
  }
}
