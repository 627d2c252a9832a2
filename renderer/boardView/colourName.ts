import { t, text } from '../../shared/language/language'

/** Where each hue ends, in degrees. */
const HUES: readonly (readonly [end: number, name: string])[] = [
  [15, text('red')],
  [45, text('orange')],
  [70, text('yellow')],
  [160, text('green')],
  [200, text('cyan')],
  [260, text('blue')],
  [295, text('purple')],
  [345, text('pink')],
  [360, text('red')],
]
/** Less colour than this share of its brightest part looks white. */
const WHITE_BELOW = 0.25

/** Red, green and blue of 0xRRGGBB, each from 0 to 255. */
export function colourParts(colour: number): [red: number, green: number, blue: number] {
  return [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff]
}

/** A light's colour in a word, however bright it is. */
export function colourName(colour: number): string {
  const [red, green, blue] = colourParts(colour)
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  if (most === 0) return t('off')
  if (range / most < WHITE_BELOW) return t('white')
  const sixth = most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range
  const hue = (sixth * 60 + 360) % 360
  const name = HUES.find(([end]) => hue <= end)?.[1] ?? text('red')
  return t(name)
}

/** More names than these say less, not more. */
const NAMED = 16

/** What a light strip shows, for people who don't see it. */
export function stripWords(colours: readonly number[]): string {
  const lit = colours.filter((colour) => colour !== 0).length
  const lights = t('{{count}} lights', { count: colours.length })
  if (lit === 0) return t('{{lights}}, all off', { lights })
  const names = colours.slice(0, NAMED).map(colourName).join(', ')
  if (colours.length > NAMED) return t('{{lights}}, {{lit}} lit: {{names}} …', { lights, lit, names })
  return t('{{lights}}, {{lit}} lit: {{names}}', { lights, lit, names })
}
