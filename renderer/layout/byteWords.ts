import { spokenLanguage } from '../../shared/language/language'

/** A number of bytes for people: `142 KB`, `1.1 MB`. */
export function byteWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  const units = ['KB', 'MB', 'GB', 'TB']
  let value = bytes / 1_024
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_024
    unit++
  }
  const digits = value < 10 ? 1 : 0
  const shown = value.toLocaleString(spokenLanguage(), { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false })
  return `${shown} ${units[unit] ?? ''}`
}
