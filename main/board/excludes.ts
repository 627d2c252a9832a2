import ignore from 'ignore'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** The file in a folder of the computer that adds to what is left out, in the form of a .gitignore. */
export const IGNORE_FILE = '.perfboardignore'

/** Our own: copies that a save is making or left behind, and the list of excludes. */
const OWN = ['.pb-*.tmp', '.perfboard-*.tmp', `/${IGNORE_FILE}`]

/** Where boards hang in what is no part of their own storage: cards, and what is built into the firmware. */
export const MOUNTS: readonly string[] = ['/sd', '/sdcard', '/rom']

/** What a plan leaves out on both sides. */
export interface Excludes {
  /** What they were made of. */
  lines: readonly string[]
  /** For a path below the folders, parts joined by `/`. */
  isExcluded: (path: string, kind: 'file' | 'folder') => boolean
  /** Those that a board can apply by itself: names with `*`. Only what `isExcluded` would leave out too. */
  simple: readonly string[]
}

/** The excludes of some lines of gitignore's form; later lines count more. Throws `invalid-request` for a line that is none. */
export function makeExcludes(lines: readonly string[]): Excludes {
  const list = ignore({ ignorecase: false, allowRelativePaths: true })
  for (const line of [...lines, ...OWN]) {
    try {
      list.add(line)
    } catch (thrown) {
      throw new AppError(
        'invalid-request',
        t('“{{line}}” is no pattern for files to leave out', { line: line.slice(0, 100) }),
        {},
        { cause: thrown },
      )
    }
  }
  // A later line may take an earlier one back; what a board leaves out is lost to that.
  const takesBack = lines.some((line) => line.startsWith('!'))
  return {
    lines,
    isExcluded: (path, kind) => list.ignores(kind === 'folder' ? `${path}/` : path),
    simple: takesBack ? [] : lines.filter((line) => /^[\w.*-]+$/.test(line) && /[^*]/.test(line) && !line.includes('**')),
  }
}

/** The lines of an ignore file. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/)
}
