/** A time of day as the window shows it everywhere: `13:08`. */
export function shownTime(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** The same with seconds, for the log. */
export function shownTimeWithSeconds(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
}
