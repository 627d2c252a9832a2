/** What a question for deletion is about: `lib with 12 files`, `a.py`, `3 files`. `files` counts those in folders too. */
export function deletionText(names: readonly string[], files: number, hasFolder: boolean): string {
  const [only] = names
  if (only === undefined) return ''
  const count = files === 1 ? '1 file' : `${files} files`
  if (names.length > 1) return hasFolder ? `${names.length} items with ${count}` : count
  return hasFolder ? `${only} with ${count}` : only
}
