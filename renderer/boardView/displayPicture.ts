import type { DisplayState } from '../../shared/hardware'
import { t } from '../../shared/language/language'

/** The colour of a lit dot at full contrast: a bluish white, as of the usual displays. */
const LIT = [214, 240, 255] as const
/** The least contrast is dim, not dark. */
const LEAST_BRIGHTNESS = 0.4
const OPAQUE = 255

/** Whether a dot is lit, as the eye sees it. */
export function isLit({ width, picture, inverted, on }: DisplayState, x: number, y: number): boolean {
  if (!on) return false
  const set = ((picture[x + (y >> 3) * width] ?? 0) >> (y & 7)) & 1
  return (set === 1) !== inverted
}

/** Paints the display: four bytes a dot (red, green, blue, opacity), row after row. */
export function paintDisplay(display: DisplayState, pixels: Uint8ClampedArray): void {
  const bright = LEAST_BRIGHTNESS + (1 - LEAST_BRIGHTNESS) * display.contrast
  let at = 0
  for (let y = 0; y < display.height; y++) {
    for (let x = 0; x < display.width; x++) {
      const lit = isLit(display, x, y) ? bright : 0
      for (const part of LIT) pixels[at++] = part * lit
      pixels[at++] = OPAQUE
    }
  }
}

/** What the display does, for people who don't see it. */
export function displayWords(display: DisplayState | null): string {
  if (display === null) return t('not used')
  if (!display.on) return t('off')
  let lit = 0
  for (let y = 0; y < display.height; y++) {
    for (let x = 0; x < display.width; x++) if (isLit(display, x, y)) lit++
  }
  if (lit === 0) return t('on, empty')
  return lit === display.width * display.height ? t('on, all dots lit') : t('on, shows a picture')
}
