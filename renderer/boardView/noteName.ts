const NOTES = ['C', 'C♯', 'D', 'D♯', 'E', 'F', 'F♯', 'G', 'G♯', 'A', 'A♯', 'B'] as const
const A4_HERTZ = 440
/** Of A4, where C0 is 0. */
const A4_STEP = 57
const OCTAVE = 12
/** What a piano has; outside of it names help nobody. */
const LOWEST_HERTZ = 27
const HIGHEST_HERTZ = 4_300

/** The note of the equal temperament that is nearest to a frequency, such as `A4`; null outside of a piano's range. */
export function noteName(hertz: number): string | null {
  if (hertz < LOWEST_HERTZ || hertz > HIGHEST_HERTZ) return null
  const step = A4_STEP + Math.round(OCTAVE * Math.log2(hertz / A4_HERTZ))
  return `${NOTES[step % OCTAVE] ?? ''}${Math.floor(step / OCTAVE)}`
}
