import { z } from 'zod'
import { AppError } from './errors'
import { t } from './language/language'

/** A path longer than this (in UTF-8 bytes) is refused before it reaches a board. */
export const MAX_BOARD_PATH = 1_000

/** An absolute path on a board: no `.` or `..` parts, no empty parts, no control characters. */
export const BoardPath = z.string().refine(isBoardPath, 'not a path on a board')

/** True for a path that may be sent to a board. */
export function isBoardPath(path: string): boolean {
  if (!path.startsWith('/') || new TextEncoder().encode(path).length > MAX_BOARD_PATH) return false
  return path === '/' || path.slice(1).split('/').every(isEntryName)
}

/** True for a name that one entry of a folder may have. Boards are untrusted: what they list is checked too. */
export function isEntryName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\u0000-\u001f\u007f]/.test(name) && name.isWellFormed()
}

/** `/lib` and `a.py` make `/lib/a.py`; throws `invalid-path` for a name that is none. */
export function joinBoardPath(folder: string, name: string): string {
  const path = folder === '/' ? `/${name}` : `${folder}/${name}`
  if (!isEntryName(name) || !isBoardPath(path))
    throw new AppError('invalid-path', t('“{{name}}” can’t be a name on a board', { name }), { name })
  return path
}

/** The folder that holds the path; `/` for the root itself. */
export function parentBoardPath(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

/** The last part of the path; `/` for the root. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || '/'
}

/** True when `path` is `folder` or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`)
}
