import { parentBoardPath } from '../../shared/boardPath'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type SyncLine, type SyncResult, syncTotals } from '../../shared/sync'
import { sha256Of } from '../protocol/fileReading'
import { type BoardHistory } from './boardHistory'
import { boardPathOf } from './boardTree'
import type { BoardJob } from './jobRunner'
import { keepComputerFile } from './computerHistory'
import { saveKept } from './safeSave'
import type { OpenSource, WritableSource } from './syncSource'
import { byPath } from './syncTree'

/** What carrying out needs. The two sides have just been compared with the plan. */
export interface SyncRunOptions {
  job: BoardJob
  history: BoardHistory
  source: OpenSource
  writable: WritableSource | undefined
  /** On the board. */
  folder: string
  /** Folders of the board that are there, absolute. */
  folders: Set<string>
  order: 'copy-first' | 'delete-first'
}

/** Failures of one file; any other ends the whole. */
const OF_ONE_FILE = [
  'changed-elsewhere',
  'not-found',
  'exists',
  'is-a-folder',
  'not-a-folder',
  'not-empty',
  'hash-mismatch',
  'invalid-path',
  'too-large',
  'forbidden',
  'permission',
] as const

/** Carries out the lines of a plan, one by one; never rejects for what a board or a disk does. `done` holds the lines that were carried out. */
export class SyncRun {
  readonly done: SyncLine[] = []
  /** Folders of the board in which something changed. */
  readonly touched = new Set<string>()
  private readonly result: SyncResult
  private readonly total: number
  private before = 0

  constructor(
    private readonly options: SyncRunOptions,
    private readonly lines: readonly SyncLine[],
  ) {
    const { lines: counts, same, up, down } = syncTotals(lines)
    this.total = up + down
    this.result = {
      ended: 'done',
      uploaded: 0,
      downloaded: 0,
      removed: 0,
      bytes: 0,
      same,
      kept: counts.keep,
      proven: 0,
      unproven: [],
      left: lines.filter(({ action }) => action === 'ask').map(({ path }) => ({ path })),
      notKept: [],
    }
  }

  async carryOut(): Promise<SyncResult> {
    const steps = inOrder(this.lines, this.options.order)
    for (const [at, line] of steps.entries()) {
      try {
        this.options.job.signal.throwIfAborted()
        await this.step(line)
        this.done.push(line)
      } catch (thrown) {
        const error = AppError.from(thrown)
        this.result.left.push({ path: line.path, error: error.toWire() })
        if (hasCode(thrown, ...OF_ONE_FILE)) continue
        this.result.ended = error.code === 'cancelled' ? 'cancelled' : 'failed'
        if (error.code !== 'cancelled') this.result.error = error.toWire()
        this.result.left.push(...steps.slice(at + 1).map(({ path }) => ({ path })))
        break
      }
    }
    return this.result
  }

  private async step(line: SyncLine): Promise<void> {
    switch (line.action) {
      case 'upload':
        await (line.here?.kind === 'folder' ? this.needFolder(this.pathOf(line)) : this.upload(line))
        break
      case 'download':
        await (line.board?.kind === 'folder' ? this.options.writable?.makeFolder(line.path) : this.download(line))
        break
      case 'delete':
        await this.remove(line)
        break
      case 'keep':
      case 'ask':
    }
  }

  private async upload(line: SyncLine): Promise<void> {
    const { job, history, source } = this.options
    const path = this.pathOf(line)
    const bytes = await source.read(line.path, job.signal)
    if (sha256Of(bytes) !== line.here?.sha256) throw changed(line.path)
    await this.needFolder(parentBoardPath(path))
    this.touched.add(parentBoardPath(path))
    const known = line.board === null ? null : { path, ...line.board }
    const { proven, notKept } = await saveKept(job, history, path, bytes, { known, onProgress: (done) => this.tell(done) })
    this.result.uploaded += 1
    this.count(line.path, bytes.length, proven)
    if (notKept !== undefined) this.result.notKept.push(notKept)
  }

  private async download(line: SyncLine): Promise<void> {
    const { job, history, writable } = this.options
    if (writable === undefined) throw new AppError('not-available', t('Nothing can be written there'))
    const path = this.pathOf(line)
    const bytes = await job.files.readFile(path, { signal: job.signal, onProgress: (done) => this.tell(done) })
    if (sha256Of(bytes) !== line.board?.sha256) throw changed(path)
    const notKept = line.here === null ? undefined : await keepComputerFile(history, writable.folder, line, this.options.source, job.signal)
    await writable.write(line.path, bytes, line.here)
    this.result.downloaded += 1
    this.count(line.path, bytes.length, job.firmware.hasHash)
    if (notKept !== undefined) this.result.notKept.push(notKept)
  }

  private async remove(line: SyncLine): Promise<void> {
    const { job, history, folders } = this.options
    const path = this.pathOf(line)
    if (line.board?.kind === 'folder') {
      // Something that the plan left out may be in it.
      if ((await job.files.list(path)).length > 0) throw new AppError('not-empty', t('{{path}} is not empty', { path }), { path })
      folders.delete(path)
    }
    const known = line.board === null ? null : { path, ...line.board }
    const notKept = await history.keepOld(job, path, 'before-delete', known)
    this.touched.add(parentBoardPath(path))
    await job.files.remove([path], { signal: job.signal })
    this.result.removed += 1
    if (notKept !== undefined) this.result.notKept.push(notKept)
  }

  private async needFolder(path: string): Promise<void> {
    const { job, folders } = this.options
    if (path === '/' || folders.has(path)) return
    await this.needFolder(parentBoardPath(path))
    if ((await job.files.stat(path)) === null) {
      await job.files.makeFolder(path)
      this.touched.add(parentBoardPath(path))
    }
    folders.add(path)
  }

  private count(path: string, bytes: number, proven: boolean): void {
    this.result.bytes += bytes
    if (proven) this.result.proven += 1
    else this.result.unproven.push(path)
    this.before += bytes
    this.tell(0)
  }

  private tell(done: number): void {
    this.options.job.progress({ done: Math.min(this.before + done, this.total), total: this.total, unit: 'bytes' })
  }

  private pathOf({ path }: SyncLine): string {
    return boardPathOf(this.options.folder, path)
  }
}

/** Copies by folder, then deletions, what is deepest first; the other way round where there is no room otherwise. */
function inOrder(lines: readonly SyncLine[], order: 'copy-first' | 'delete-first'): SyncLine[] {
  const copies = lines.filter(({ action }) => action === 'upload' || action === 'download').sort((a, b) => byPath(a.path, b.path))
  const deletions = lines.filter(({ action }) => action === 'delete').sort((a, b) => byPath(b.path, a.path))
  return order === 'copy-first' ? [...copies, ...deletions] : [...deletions, ...copies]
}

function changed(path: string): AppError {
  return new AppError('changed-elsewhere', t('{{path}} changed since the plan was made', { path }), { path })
}
