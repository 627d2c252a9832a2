import { FIXED_PINS, Wiring } from '../../shared/hardware'
import { t, text } from '../../shared/language/language'

/** A part that can hang on another pin. */
export type WiredPart = keyof Wiring

const NAMES: Readonly<Record<WiredPart, string>> = {
  redLed: text('Red LED'),
  blueLed: text('Blue LED'),
  buttonA: text('Button A'),
  buttonBoot: text('Button BOOT'),
  buzzer: text('Buzzer'),
}

export const WIRED_PARTS: readonly WiredPart[] = ['redLed', 'blueLed', 'buttonA', 'buttonBoot', 'buzzer']

/** As the board comes. */
export const USUAL_WIRING: Wiring = Wiring.parse({})

const LAST_PIN = 29

/** Pins that a part may hang on: all but those of what can't be moved. */
export function freePins(): number[] {
  const fixed: number[] = Object.values(FIXED_PINS)
  return Array.from({ length: LAST_PIN + 1 }, (_, pin) => pin).filter((pin) => !fixed.includes(pin))
}

export function partName(part: WiredPart): string {
  return t(NAMES[part])
}

/** The part on that pin, or null. */
export function partOn(wiring: Wiring, pin: number): WiredPart | null {
  return WIRED_PARTS.find((part) => wiring[part] === pin) ?? null
}

/** The wiring with a part on another pin. Where another part hangs already, the two change places; `swapped` is that part. */
export function moved(wiring: Wiring, part: WiredPart, pin: number): { wiring: Wiring; swapped: WiredPart | null } {
  const other = partOn(wiring, pin)
  if (other === null || other === part) return { wiring: { ...wiring, [part]: pin }, swapped: null }
  return { wiring: { ...wiring, [part]: pin, [other]: wiring[part] }, swapped: other }
}

/** True when every part is where it was when the board came. */
export function isUsual(wiring: Wiring): boolean {
  return WIRED_PARTS.every((part) => wiring[part] === USUAL_WIRING[part])
}
