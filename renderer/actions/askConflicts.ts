import type { ConflictChoice, Transferred } from '../../shared/board'
import { hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { ask } from '../stores/dialogsStore'

/** How many paths the question lists. */
const SHOWN_PATHS = 8

/**
 * Does a transfer, and asks before it replaces files that are there with other contents: all of them, or none. `where` reads as in `on the
 * board`, in the user's language. Null when the user called it off; then nothing was written.
 */
export async function askConflicts(
  where: string,
  transfer: (conflict: ConflictChoice) => Promise<Transferred>,
): Promise<Transferred | null> {
  try {
    return await transfer('refuse')
  } catch (error) {
    if (!hasCode(error, 'exists') || typeof error.details.count !== 'number') throw error
    const { count, paths } = error.details
    const choice = await ask(conflictQuestion(where, count, typeof paths === 'string' ? paths.split('\n') : []))
    return choice === null || choice === 'cancel' ? null : await transfer(choice)
  }
}

/** Words the question about `count` files, of which `paths` are known by name. */
export function conflictQuestion(
  where: string,
  count: number,
  paths: readonly string[],
): Parameters<typeof ask<'replace' | 'skip' | 'cancel'>>[0] {
  const one = count === 1
  const shown = paths.slice(0, SHOWN_PATHS)
  return {
    title: t('Replace {{count}} files {{where}}?', { count, where }),
    text: one ? t('It is there already, with other contents.') : t('They are there already, with other contents.'),
    details: count > shown.length ? [...shown, t('and {{number}} more', { number: count - shown.length })] : shown,
    choices: [
      { id: 'replace', label: t('Replace'), kind: 'danger' },
      { id: 'skip', label: one ? t('Skip it') : t('Skip those'), kind: 'plain' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  }
}

/** What a transfer did, for the status bar: `3 files on the board, 2 the same already, 1 skipped`. */
export function transferText({ files, same, skipped }: Transferred, done: string): string {
  const parts = files > 0 || same + skipped === 0 ? [t('{{files}} {{done}}', { files: t('{{count}} files', { count: files }), done })] : []
  if (same > 0) parts.push(t('{{number}} the same already', { number: same }))
  if (skipped > 0) parts.push(t('{{number}} skipped', { number: skipped }))
  return parts.join(', ')
}
