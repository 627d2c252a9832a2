import type { BoardEntry, SaveResult, Space } from '../../shared/board'
import { isBoardPath, joinBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { TreeCount } from '../../shared/workspace'
import { type AnswerLine, ask, count, lineOf } from './boardAnswer'
import { countScript, listScript, makeFolderScript, memoryScript, removeScript, renameScript, storageScript } from './boardScripts'
import type { CheckedScript } from './checkedScript'
import { MAX_FILE, type TransferOptions } from './fileReading'
import { entryNameOf } from './entryName'
import { FileFetcher } from './fileFetching'
import { statOnBoard } from './fileStat'
import { FileSaver, type WriteOptions } from './fileSaving'
import { hashOnBoard } from './textSaving'
import { blocksOf } from './preflight'
import { AgentHost } from './agent/agentHost'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'
import { type TreeEntry, type TreeListingOptions, listBoardTree } from './treeListing'

/** Options of removing; progress counts the things removed. */
export interface RemoveOptions {
  onProgress?: (removed: number) => void
  signal?: AbortSignal
}

/** A folder with more entries is shown in part. */
const MAX_ENTRIES = 10_000

/**
 * The files of a board at its raw prompt. Paths are absolute. Failures are the codes that the board's errors stand for (`not-found`,
 * `exists`, `no-space`, `not-a-folder`, `is-a-folder`, `not-empty`, `permission`, else `board-error` with `traceback`), `invalid-path`, and
 * those of `RawRepl.exec`.
 */
export class BoardFiles {
  private readonly agents: AgentHost
  private readonly saver: FileSaver
  private readonly fetcher: FileFetcher

  constructor(
    private readonly repl: RawRepl,
    private readonly firmware: Firmware,
  ) {
    this.agents = new AgentHost(repl, firmware)
    this.saver = new FileSaver(this.agents)
    this.fetcher = new FileFetcher(this.agents)
  }

  /** One folder in one round trip, in the board's order. Entries with impossible names are left out, and those beyond the first 10,000. */
  async list(path: string): Promise<BoardEntry[]> {
    const lines = await this.ask(listScript(path, this.firmware.hasFolders), path)
    const entries: BoardEntry[] = []
    for (const line of lines) {
      if (line.kind !== 'E' || entries.length >= MAX_ENTRIES) continue
      const name = entryNameOf(line.fields[0])
      if (name === undefined || !isBoardPath(path === '/' ? `/${name}` : `${path}/${name}`)) continue
      const kind = count(line, 1) === 1 ? 'folder' : 'file'
      entries.push({ name, path: joinBoardPath(path, name), kind, size: kind === 'folder' ? 0 : count(line, 2) })
    }
    return entries
  }

  /** All below a folder, in one round trip: see `listBoardTree`. */
  async listTree(path: string, options: TreeListingOptions): Promise<TreeEntry[]> {
    return await listBoardTree(this.repl, this.firmware, path, options)
  }

  /** Size and free space of the file system that holds the path; null where the firmware can't say. */
  async storage(path: string): Promise<Space | null> {
    if (!this.firmware.hasStatvfs) return null
    const { block, blocks, free } = blocksOf(lineOf(await this.ask(storageScript(path), path), 'V'))
    return blocks === 0 ? null : { total: block * blocks, free: block * free }
  }

  /** The heap, after a collection. */
  async memory(): Promise<Space> {
    const line = lineOf(await this.ask(memoryScript(), '/'), 'M')
    const free = count(line, 1)
    return { total: count(line, 0) + free, free }
  }

  /** The SHA-256 of a file as the board reads it; null where the firmware has no hash. */
  async hash(path: string, signal?: AbortSignal): Promise<string | null> {
    return this.firmware.hasHash ? await hashOnBoard(this.repl, this.firmware, path, signal) : null
  }

  /** How many files and folders lie below a folder. */
  async count(path: string): Promise<TreeCount> {
    const line = lineOf(await this.ask(countScript(path), path), 'C')
    return { files: count(line, 0), folders: count(line, 1) }
  }

  /** Null when nothing is there. */
  async stat(path: string): Promise<{ kind: 'file' | 'folder'; size: number } | null> {
    return await statOnBoard(this.repl, this.firmware, path)
  }

  /** The whole file, compared with the board's own hash where it has one. Also throws `hash-mismatch`, `too-large` (over 32 MB). */
  async readFile(path: string, options: TransferOptions = {}): Promise<Uint8Array> {
    return await this.fetcher.read(path, options)
  }

  /** One folder; what holds it must be there. */
  async makeFolder(path: string): Promise<void> {
    checkPath(path)
    await this.ask(makeFolderScript(path), path)
  }

  /** Renames or moves; refuses what exists (`exists`). */
  async rename(from: string, to: string): Promise<void> {
    checkPath(from)
    checkPath(to)
    if (!this.firmware.hasRename) throw new AppError('not-available', t('This firmware cannot rename files'), { path: from })
    const lines = await this.ask(renameScript(from, to), from)
    if (lineOf(lines, 'X') !== undefined) throw new AppError('exists', t('{{path}} exists already', { path: to }), { path: to })
  }

  /** Removes files, and folders with all below them; a round trip for each path. Called off, or failed, it leaves what it had not reached. */
  async remove(paths: readonly string[], options: RemoveOptions = {}): Promise<void> {
    paths.forEach(checkPath)
    let removed = 0
    for (const path of paths) {
      await ask(this.repl, removeScript(path, this.firmware.hasFolders), {
        path,
        platform: this.firmware.platform,
        hasCrc32: this.firmware.hasCrc32,
        signal: options.signal,
        onLine(line) {
          if (line === '~R') options.onProgress?.((removed += 1))
        },
      })
    }
  }

  /**
   * The safe save: space for the copy beside the old version, the copy under another name, its hash, the rename. Only a proven copy is
   * called saved; after any failure the target is the old file whole, or the new one. Throws `no-space` with `{ path, needed, free }` before
   * anything was written, or when the board filled up meanwhile; `hash-mismatch`, `changed-elsewhere`, `is-a-folder`, `cancelled`; `leftover`
   * in the details names a copy that could not be removed.
   */
  async writeFile(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<SaveResult> {
    checkPath(path)
    if (bytes.length > MAX_FILE)
      throw new AppError('too-large', t('{{path}} is too large for a board', { path }), { path, limit: MAX_FILE })
    return await this.saver.save(path, bytes, options)
  }

  private ask(script: CheckedScript, path: string): Promise<AnswerLine[]> {
    const { platform, hasCrc32 } = this.firmware
    return ask(this.repl, script, { path, platform, hasCrc32 })
  }
}

function checkPath(path: string): void {
  if (path !== '/' && isBoardPath(path)) return
  throw new AppError('invalid-path', t('“{{path}}” can’t be changed on a board', { path: path.slice(0, 100) }), {
    path: path.slice(0, 200),
  })
}
