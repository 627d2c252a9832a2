/** A knob turns from lower left over the top to lower right. Degrees, clockwise from the top. */
export const KNOB_FIRST = -135
export const KNOB_LAST = 135
const SWEEP = KNOB_LAST - KNOB_FIRST
/** Nearer to the middle than this share of the radius, a pointer's direction says nothing. */
const DEAD_SHARE = 0.2

/** Where the pointer of a knob stands. */
export function knobAngle(share: number): number {
  return KNOB_FIRST + share * SWEEP
}

/**
 * How far a knob is turned that points to a place; `x` and `y` are measured from its middle, downwards and to the right, as a share of its radius.
 * In the gap below it stays at the end that is nearer to where it stood, `now`. Null where the direction says nothing.
 */
export function knobShare(x: number, y: number, now: number): number | null {
  if (Math.hypot(x, y) < DEAD_SHARE) return null
  const angle = (Math.atan2(x, -y) * 180) / Math.PI
  if (angle < KNOB_FIRST || angle > KNOB_LAST) return now < 0.5 ? 0 : 1
  const share = (angle - KNOB_FIRST) / SWEEP
  // Through the gap it would jump from one end to the other.
  if (Math.abs(share - now) > 0.7) return now < 0.5 ? 0 : 1
  return share
}
