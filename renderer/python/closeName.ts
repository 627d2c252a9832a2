/** The name that was probably meant: differs in one letter, two in a long one, or only in upper and lower case; null when none or several do. */
export function closeName(name: string, known: Iterable<string>): string | null {
  const limit = name.length >= 6 ? 2 : 1
  let best: string[] = []
  let least = limit + 1
  for (const other of new Set(known)) {
    if (other === name || Math.abs(other.length - name.length) > limit) continue
    const sameLetters = other.toLowerCase() === name.toLowerCase()
    // A single letter is close to every other.
    if (!sameLetters && (name.length < 3 || other.length < 3)) continue
    const far = sameLetters ? 0 : distance(name, other)
    if (far < least) {
      least = far
      best = [other]
    } else if (far === least && far <= limit) best.push(other)
  }
  return best.length === 1 ? (best[0] ?? null) : null
}

/** Letters to put in, leave out, replace or swap with the next. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const above = rows[i - 1] ?? []
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + same)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY
}
