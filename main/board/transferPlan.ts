import path from 'node:path'
import { baseName, isEntryName, joinBoardPath, parentBoardPath } from '../../shared/boardPath'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { WorkspaceEntry } from '../../shared/workspace'
import type { BoardFiles } from '../protocol/boardFiles'
import type { Workspace } from '../workspace/workspace'

/** More files and folders than this in one transfer are a mistake, or a board that lies. */
export const MAX_ENTRIES = 10_000
/** Folders in folders; a tree deeper than this has no end. */
const MAX_DEPTH = 40

/** One file on its way; `size` in bytes, as listed. */
export interface PlannedFile {
  from: string
  to: string
  size: number
  /** Bytes of the file that is at `to` now; absent when there is none. */
  there?: number
}

/** What a transfer will do: folders that have to be made, in order, then files. */
export interface TransferPlan {
  folders: string[]
  files: PlannedFile[]
  bytes: number
}

/** What a path turned out to be. */
interface Found {
  kind: 'file' | 'folder'
  size: number
}

/** The part of the computer's file system that transfers need. */
export type Disk = Pick<Workspace, 'list' | 'readFile' | 'writeFile' | 'makeFolder'>

/** Plans the copying of the computer's files and folders into a folder of the board. `invalid-path` for names no board can hold. What is there is not looked at: see `surveyBoard`. `name`: what the copy is called, of one that is copied. */
export async function planUpload(disk: Disk, from: readonly string[], to: string, name?: string): Promise<TransferPlan> {
  const plan = new PlanBuilder()
  const walk = async (source: string, target: string, size: number | undefined, depth: number): Promise<void> => {
    const entries = size === undefined ? await levelOf(disk, source) : undefined
    if (entries === undefined) {
      plan.addFile({ from: source, to: target, size: size ?? (await sizeOf(disk, source)) })
      return
    }
    plan.addFolder(target, depth)
    for (const entry of entries) {
      await walk(entry.path, joinBoardPath(target, entry.name), entry.kind === 'file' ? entry.size : undefined, depth + 1)
    }
  }
  for (const source of from) await walk(source, joinBoardPath(to, name ?? path.basename(source)), undefined, 0)
  return plan.done()
}

/** Notes which files and folders of an upload's plan are on the board already. `not-a-folder`, `is-a-folder` where one stands in the other's place. */
export async function surveyBoard(files: Pick<BoardFiles, 'list' | 'stat'>, plan: TransferPlan, to: string): Promise<TransferPlan> {
  const levels = new Map<string, Map<string, Found>>()
  const missing = new Set<string>()
  const look = async (path: string): Promise<Found | undefined> => {
    const folder = parentBoardPath(path)
    if (missing.has(folder)) return undefined
    const level = levels.get(folder) ?? new Map((await files.list(folder)).map((entry) => [entry.path, entry]))
    levels.set(folder, level)
    return level.get(path)
  }
  const root = to === '/' ? { kind: 'folder' } : await files.stat(to)
  if (root === null) throw new AppError('not-found', t('{{path}} is not on the board any more', { path: to }), { path: to })
  if (root.kind === 'file') throw new AppError('not-a-folder', t('{{path}} on the board is a file', { path: to }), { path: to })
  for (const folder of plan.folders) {
    const found = await look(folder)
    if (found === undefined) missing.add(folder)
    else if (found.kind === 'file')
      throw new AppError('not-a-folder', t('{{path}} on the board is a file', { path: folder }), { path: folder })
  }
  const surveyed: PlannedFile[] = []
  for (const file of plan.files) {
    const found = await look(file.to)
    if (found?.kind === 'folder')
      throw new AppError('is-a-folder', t('{{path}} on the board is a folder', { path: file.to }), { path: file.to })
    surveyed.push(found === undefined ? file : { ...file, there: found.size })
  }
  return { ...plan, folders: plan.folders.filter((folder) => missing.has(folder)), files: surveyed }
}

/**
 * Plans the copying of the board's files and folders into a folder of the computer, noting what is there. The board's names are
 * checked: none leads out of the folder (`invalid-path`), no two are one file on this computer (`exists`). `name` as in `planUpload`.
 */
export async function planDownload(
  files: Pick<BoardFiles, 'list' | 'stat'>,
  disk: Disk,
  from: readonly string[],
  to: string,
  platform: NodeJS.Platform = process.platform,
  name?: string,
): Promise<TransferPlan> {
  const plan = new PlanBuilder()
  const levelAt = async (folder: string): Promise<Map<string, WorkspaceEntry>> =>
    new Map((await disk.list(folder)).entries.map((entry) => [foldName(entry.name, platform), entry]))
  const walk = async (
    source: string,
    folder: string,
    level: ReadonlyMap<string, WorkspaceEntry>,
    name: string,
    found: Found,
    depth: number,
  ): Promise<void> => {
    const there = level.get(foldName(diskName(name, platform), platform))
    const target = path.join(folder, there?.name ?? name)
    if (found.kind === 'file') {
      if (there?.kind === 'folder') throw new AppError('is-a-folder', t('{{path}} is a folder', { path: target }), { path: target })
      plan.addFile({ from: source, to: target, size: found.size, ...(there === undefined ? {} : { there: there.size }) })
      return
    }
    if (there?.kind === 'file') throw new AppError('not-a-folder', t('{{path}} is a file', { path: target }), { path: target })
    if (there === undefined) plan.addFolder(target, depth)
    else plan.checkDepth(target, depth)
    const below = there === undefined ? new Map<string, WorkspaceEntry>() : await levelAt(target)
    const names = new Set<string>()
    for (const entry of await files.list(source)) {
      claimName(names, entry.name, target, platform)
      await walk(joinBoardPath(source, entry.name), target, below, entry.name, entry, depth + 1)
    }
  }
  const top = await levelAt(to)
  const taken = new Set<string>()
  for (const source of from) {
    const found = await files.stat(source)
    if (found === null) throw new AppError('not-found', t('{{path}} is not on the board any more', { path: source }), { path: source })
    const called = name ?? (source === '/' ? 'board' : baseName(source))
    claimName(taken, called, to, platform)
    await walk(source, to, top, called, found, 0)
  }
  return plan.done()
}

class PlanBuilder {
  private readonly plan: TransferPlan = { folders: [], files: [], bytes: 0 }

  checkDepth(target: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new AppError('too-large', t('{{path}} lies too deep', { path: target }), { path: target })
  }

  addFolder(target: string, depth: number): void {
    this.checkDepth(target, depth)
    this.plan.folders.push(target)
    this.check()
  }

  addFile(file: PlannedFile): void {
    this.plan.files.push(file)
    this.plan.bytes += file.size
    this.check()
  }

  done(): TransferPlan {
    return this.plan
  }

  private check(): void {
    const entries = this.plan.files.length + this.plan.folders.length
    if (entries <= MAX_ENTRIES) return
    throw new AppError('too-large', t('More than {{most}} files and folders can’t be copied at once', { most: MAX_ENTRIES }), {
      limit: MAX_ENTRIES,
    })
  }
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A board's name as a name on this computer's disk; throws `invalid-path` where the disk can't hold it. */
export function diskName(name: string, platform: NodeJS.Platform): string {
  const isBad = platform === 'win32' ? /[<>:"|?*\\]|[. ]$/.test(name) || RESERVED.test(name) : false
  if (!isEntryName(name) || isBad) throw new AppError('invalid-path', t('“{{name}}” can’t be a name on this computer', { name }), { name })
  return name
}

function claimName(taken: Set<string>, name: string, folder: string, platform: NodeJS.Platform): void {
  const folded = foldName(name, platform)
  if (taken.has(folded))
    throw new AppError('exists', t('{{path}} exists already', { path: path.join(folder, name) }), { path: path.join(folder, name) })
  taken.add(folded)
}

/** Two names are one file on the disks of Windows and macOS when only case or composition differs. */
export function foldName(name: string, platform: NodeJS.Platform): string {
  return platform === 'win32' || platform === 'darwin' ? name.normalize('NFC').toLowerCase() : name
}

async function levelOf(disk: Disk, source: string): Promise<WorkspaceEntry[] | undefined> {
  try {
    return (await disk.list(source)).entries
  } catch (error) {
    if (hasCode(error, 'not-a-folder')) return undefined
    throw error
  }
}

async function sizeOf(disk: Disk, source: string): Promise<number> {
  return (await disk.readFile(source)).bytes.length
}
