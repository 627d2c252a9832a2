import { t } from '../../shared/language/language'

/** What a question for deletion is about: `lib with 12 files`, `a.py`, `3 files`. `files` counts those in folders too. */
export function deletionText(names: readonly string[], files: number, hasFolder: boolean): string {
  const [only] = names
  if (only === undefined) return ''
  const counted = t('{{count}} files', { count: files })
  if (names.length > 1) return hasFolder ? t('{{items}} items with {{files}}', { items: names.length, files: counted }) : counted
  return hasFolder ? t('{{name}} with {{files}}', { name: only, files: counted }) : only
}
