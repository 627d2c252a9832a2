import type { PinState } from '../../shared/hardware'

/** A servo expects a pulse about every 20 ms. */
const LOWEST_HERTZ = 45
const HIGHEST_HERTZ = 55
/** The pulses that usual hobby servos take for 0 and 180 degrees, and what is let pass beyond. Milliseconds. */
const PULSE_AT_0 = 0.5
const PULSE_AT_180 = 2.5
const PULSE_SLACK = 0.1

/** Where a servo on this pin would stand, in whole degrees; null when the pin doesn't speak to a servo. */
export function servoAngle({ use, frequency = 0, duty = 0 }: PinState): number | null {
  if (use !== 'pwm' || frequency < LOWEST_HERTZ || frequency > HIGHEST_HERTZ) return null
  const pulse = (duty * 1_000) / frequency
  if (pulse < PULSE_AT_0 - PULSE_SLACK || pulse > PULSE_AT_180 + PULSE_SLACK) return null
  const turned = Math.min(1, Math.max(0, (pulse - PULSE_AT_0) / (PULSE_AT_180 - PULSE_AT_0)))
  return Math.round(turned * 180)
}
