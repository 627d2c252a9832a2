import { spokenLanguage } from '../../shared/language/language'

/** `9:05` on the user's own clock, for marker lines. */
export function clockText(ms: number): string {
  const at = new Date(ms)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** `4.2 s`, `1:05 min`: how long something took, in seconds. */
export function durationText(seconds: number): string {
  if (seconds < 100) return `${seconds.toLocaleString(spokenLanguage(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')} min`
}
