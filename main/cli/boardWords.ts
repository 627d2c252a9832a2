import { isBoardPath } from '../../shared/boardPath'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** True for a word that names something on the board where both sides are possible: `:main.py`. */
export function isOnBoard(word: string): boolean {
  return word.startsWith(':')
}

/**
 * The absolute path that a word means on a board whose files begin at `root`: `:lib/a.py`, `lib/a.py` and `/lib/a.py`; nothing, or `:`, is the
 * root itself. `.` and `..` are resolved and never lead above `/`. Throws `invalid-path`.
 */
export function boardPathOf(word: string, root: string): string {
  const given = isOnBoard(word) ? word.slice(1) : word
  const parts = given.startsWith('/') ? [] : root.split('/').filter((part) => part !== '')
  for (const part of given.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  const path = `/${parts.join('/')}`
  if (!isBoardPath(path)) throw new AppError('invalid-path', t('“{{path}}” is no path on a board', { path: given.slice(0, 200) }))
  return path
}

/** True for a word that can only mean a folder: it ends with a slash, or is `.`, `..`, `:` or the like. */
export function meansFolder(word: string): boolean {
  return word === ':' || /(^|[:/\\])\.{1,2}$/.test(word) || /[/\\]$/.test(word)
}
