import type { BoardEntry, SaveResult, Space } from '../../shared/board'
import { MAX_BOARD_PATH, isBoardPath, isEntryName, joinBoardPath, parentBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { TreeCount } from '../../shared/workspace'
import { type AnswerLine, ask, count, hexBytes, lineOf } from './boardAnswer'
import { utf8 } from './bytes'
import {
  countScript,
  listScript,
  makeFolderScript,
  memoryScript,
  preflightScript,
  removeScript,
  renameScript,
  statScript,
  storageScript,
} from './boardScripts'
import { MAX_FILE, type TransferOptions, readBoardFile, sha256Of } from './fileReading'
import { hashOnBoard, saveBoardFile } from './fileSaving'
import { copyOnBoard } from './copying'
import { saveWithoutRename } from './plainSaving'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'

/** Options of a save. */
export interface WriteOptions extends TransferOptions {
  /** The SHA-256 that the file on the board should still have. */
  expected?: string
}

/** Options of removing; progress counts the things removed. */
export interface RemoveOptions {
  onProgress?: (removed: number) => void
  signal?: AbortSignal
}

/** A folder with more entries is shown in part. */
const MAX_ENTRIES = 10_000
/** The micro:bit's file system, the only one without folders, says `file not found` of a longer one. Bytes. */
const MAX_FLAT_NAME = 120
/** What a file system needs for itself beside the new copy, in blocks. */
const SPARE_BLOCKS = 2

/**
 * The files of a board at its raw prompt. Paths are absolute. Failures are the codes that the board's errors stand for (`not-found`,
 * `exists`, `no-space`, `not-a-folder`, `is-a-folder`, `not-empty`, `permission`, else `board-error` with `traceback`), `invalid-path`, and
 * those of `RawRepl.exec`.
 */
export class BoardFiles {
  constructor(
    private readonly repl: RawRepl,
    private readonly firmware: Firmware,
  ) {}

  /** One folder in one round trip, in the board's order. Entries with impossible names are left out, and those beyond the first 10,000. */
  async list(path: string): Promise<BoardEntry[]> {
    const lines = await this.ask(listScript(path, this.firmware.hasFolders), path)
    const entries: BoardEntry[] = []
    for (const line of lines) {
      if (line.kind !== 'E' || entries.length >= MAX_ENTRIES) continue
      const name = nameOf(line)
      if (name === undefined || !isBoardPath(path === '/' ? `/${name}` : `${path}/${name}`)) continue
      const kind = count(line, 1) === 1 ? 'folder' : 'file'
      entries.push({ name, path: joinBoardPath(path, name), kind, size: kind === 'folder' ? 0 : count(line, 2) })
    }
    return entries
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
    if (!this.firmware.hasFolders) return { files: (await this.list(path)).length, folders: 0 }
    const line = lineOf(await this.ask(countScript(path), path), 'C')
    return { files: count(line, 0), folders: count(line, 1) }
  }

  /** Null when nothing is there. */
  async stat(path: string): Promise<{ kind: 'file' | 'folder'; size: number } | null> {
    if (path === '/' || path === this.firmware.root) return { kind: 'folder', size: 0 }
    const lines = await this.ask(statScript(path, this.firmware.hasFolders), path)
    if (lineOf(lines, 'N') !== undefined) return null
    const line = lineOf(lines, 'T')
    const kind = count(line, 0) === 1 ? 'folder' : 'file'
    return { kind, size: kind === 'folder' ? 0 : count(line, 1) }
  }

  /** The whole file, compared with the board's own hash where it has one. Also throws `hash-mismatch`, `too-large` (over 32 MB). */
  async readFile(path: string, options: TransferOptions = {}): Promise<Uint8Array> {
    const found = await this.stat(path)
    if (found === null) throw new AppError('not-found', t('{{path}} is not on the board', { path }), { path })
    if (found.kind === 'folder') throw new AppError('is-a-folder', t('{{path}} is a folder', { path }), { path })
    return await readBoardFile(this.repl, this.firmware, path, found.size, options)
  }

  /** One folder; what holds it must be there. */
  async makeFolder(path: string): Promise<void> {
    checkPath(path)
    if (!this.firmware.hasFolders) throw flat(path)
    await this.ask(makeFolderScript(path), path)
  }

  /**
   * Renames or moves; refuses what exists (`exists`). Where the firmware can't, the board copies the file, compares the two and removes the first;
   * `leftover` as in `copyOnBoard`.
   */
  async rename(from: string, to: string): Promise<void> {
    checkPath(from)
    checkPath(to)
    if (!this.firmware.hasRename) {
      await this.moveByCopy(from, to)
      return
    }
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
    if (options.signal?.aborted === true) throw new AppError('cancelled', t('Saving {{path}} was called off', { path }), { path })
    const folder = parentBoardPath(path)
    this.checkName(path)
    const found = await this.ask(preflightScript(path, folder, this.firmware), path)
    if (this.firmware.hasFolders) {
      const holder = lineOf(found, 'D')
      if (holder === undefined) throw new AppError('not-found', t('{{path}} is not on the board', { path: folder }), { path: folder })
      if (count(holder, 0) !== 1) throw new AppError('not-a-folder', t('{{path}} is not a folder', { path: folder }), { path: folder })
      const target = lineOf(found, 'T')
      if (target !== undefined && count(target, 0) === 1) throw new AppError('is-a-folder', t('{{path}} is a folder', { path }), { path })
    }
    if (options.expected !== undefined) await this.checkUnchanged(path, options.expected, options.signal)
    const space = lineOf(found, 'V')
    if (space !== undefined) checkSpace(path, bytes.length, blocksOf(space))
    const place = { repl: this.repl, firmware: this.firmware, path, free: count(lineOf(found, 'M'), 1) }
    return await (this.firmware.hasRename ? saveBoardFile : saveWithoutRename)(place, bytes, options)
  }

  private async moveByCopy(from: string, to: string): Promise<void> {
    const source = await this.stat(from)
    if (source === null) throw new AppError('not-found', t('{{path}} is not on the board', { path: from }), { path: from })
    if (source.kind === 'folder') throw new AppError('not-available', t('This firmware cannot rename folders'), { path: from })
    if ((await this.stat(to)) !== null) throw new AppError('exists', t('{{path}} exists already', { path: to }), { path: to })
    this.checkName(to)
    await copyOnBoard(this.repl, this.firmware, from, to)
    await this.remove([from])
  }

  /** A board without folders takes a path for a name: the file would be there and never be listed. */
  private checkName(path: string): void {
    if (this.firmware.hasFolders) return
    if (parentBoardPath(path) !== '/') throw flat(path)
    if (utf8(path).length > MAX_FLAT_NAME + 1)
      throw new AppError('invalid-path', t('{{path}} is too long a name', { path }), { path, limit: MAX_FLAT_NAME })
  }

  private async checkUnchanged(path: string, expected: string, signal: AbortSignal | undefined): Promise<void> {
    const { repl, firmware } = this
    const target = await this.stat(path)
    let actual = ''
    if (target !== null && firmware.hasHash) actual = await hashOnBoard(repl, firmware, path, signal)
    else if (target !== null) actual = sha256Of(await readBoardFile(repl, firmware, path, target.size, { signal }))
    if (actual !== expected) throw new AppError('changed-elsewhere', t('{{path}} changed on the board', { path }), { path })
  }

  private ask(script: string, path: string): Promise<AnswerLine[]> {
    return ask(this.repl, script, { path, platform: this.firmware.platform })
  }
}

function blocksOf(line: AnswerLine | undefined): { block: number; blocks: number; free: number } {
  return { block: Math.max(1, count(line, 0)), blocks: count(line, 1), free: count(line, 2) }
}

function checkSpace(path: string, size: number, { block, blocks, free }: { block: number; blocks: number; free: number }): void {
  const needed = (Math.ceil(size / block) + SPARE_BLOCKS) * block
  if (blocks === 0 || needed <= free * block) return
  throw new AppError('no-space', t('{{path}} needs {{needed}} bytes; {{free}} are free', { path, needed, free: free * block }), {
    path,
    needed,
    free: free * block,
  })
}

/** The name an entry has; undefined for one that no entry can have. */
function nameOf(line: AnswerLine): string | undefined {
  const bytes = hexBytes(line.fields[0])
  if (bytes === undefined || bytes.length > MAX_BOARD_PATH) return undefined
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return isEntryName(name) ? name : undefined
  } catch {
    return undefined // not UTF-8
  }
}

function flat(path: string): AppError {
  return new AppError('not-available', t('This board has no folders'), { path })
}

function checkPath(path: string): void {
  if (path !== '/' && isBoardPath(path)) return
  throw new AppError('invalid-path', t('“{{path}}” can’t be changed on a board', { path: path.slice(0, 100) }), {
    path: path.slice(0, 200),
  })
}
