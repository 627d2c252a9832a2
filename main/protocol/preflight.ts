import { parentBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type AnswerLine, ask, count, lineOf } from './boardAnswer'
import { preflightScript } from './boardScripts'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'

/** What a file system needs for itself beside the new copy, in blocks. */
const SPARE_BLOCKS = 2

/** What the board says before a save. */
export interface Preflight {
  /** Bytes of the heap that are free. */
  freeMemory: number
  /** Undefined where the firmware can't say. */
  space: { block: number; blocks: number; free: number } | undefined
}

/**
 * Looks, in one round trip, whether a file can be saved where it is to be: throws `not-found` or `not-a-folder` about the folder, `is-a-folder` about the
 * target, and what else the board's errors stand for. Whether it fits is said by `checkSpace`.
 */
export async function preflight(repl: RawRepl, firmware: Firmware, path: string): Promise<Preflight> {
  const folder = parentBoardPath(path)
  const found = await ask(repl, preflightScript(path, folder, firmware), { path, platform: firmware.platform, hasCrc32: firmware.hasCrc32 })
  if (firmware.hasFolders) {
    const holder = lineOf(found, 'D')
    if (holder === undefined) throw new AppError('not-found', t('{{path}} is not on the board', { path: folder }), { path: folder })
    if (count(holder, 0) !== 1) throw new AppError('not-a-folder', t('{{path}} is not a folder', { path: folder }), { path: folder })
    const target = lineOf(found, 'T')
    if (target !== undefined && count(target, 0) === 1) throw new AppError('is-a-folder', t('{{path}} is a folder', { path }), { path })
  }
  const space = lineOf(found, 'V')
  return { freeMemory: count(lineOf(found, 'M'), 1), space: space === undefined ? undefined : blocksOf(space) }
}

/** Throws `no-space` with `{ path, needed, free }` in bytes, when the new copy does not fit beside the old one. */
export function checkSpace(path: string, size: number, { space }: Preflight): void {
  if (space === undefined) return
  const { block, blocks, free } = space
  const needed = (Math.ceil(size / block) + SPARE_BLOCKS) * block
  if (blocks === 0 || needed <= free * block) return
  throw new AppError('no-space', t('{{path}} needs {{needed}} bytes; {{free}} are free', { path, needed, free: free * block }), {
    path,
    needed,
    free: free * block,
  })
}

/** A line of `statvfs`, in blocks. */
export function blocksOf(line: AnswerLine | undefined): { block: number; blocks: number; free: number } {
  return { block: Math.max(1, count(line, 0)), blocks: count(line, 1), free: count(line, 2) }
}
