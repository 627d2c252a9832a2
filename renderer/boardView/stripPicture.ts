import { colourParts } from './colourName'

/** Sizes of a light in pixels: long strips have smaller ones. */
const LARGE = 22
const SMALL = 13
const LARGE_UP_TO = 24

/** How a strip is laid out: as many lights in a row as there is room for. Pixels. */
export interface StripLayout {
  pitch: number
  columns: number
  width: number
  height: number
}

/** Lays out so many lights in a room of this width. */
export function stripLayout(count: number, room: number): StripLayout {
  const pitch = count <= LARGE_UP_TO ? LARGE : SMALL
  const most = Math.max(1, Math.floor(room / pitch))
  const rows = Math.max(1, Math.ceil(count / most))
  // Rows of eight and sixteen are what matrices have, and what the eye counts easily.
  const even = rows > 1 && most >= 8 ? most - (most % 8) : most
  const columns = Math.max(1, Math.min(count, even))
  return { pitch, columns, width: columns * pitch, height: Math.ceil(count / columns) * pitch }
}

/** Of parts of a mixture: between what the eye makes of light, and what the same numbers are on a screen. */
const MIX = 1 / 1.4

/** How bright the eye sees a light of a strip: they are so strong that a tenth of full is bright already. */
function glare(colour: number): number {
  return (Math.max(...colourParts(colour)) / 255) ** 0.25
}

/** The colour that the eye sees: its hue from the mixture of its parts, its brightness from the strongest. */
export function seenColour(colour: number): string {
  const parts = colourParts(colour)
  const most = Math.max(1, ...parts)
  return `rgb(${parts.map((part) => Math.round((part / most) ** MIX * glare(colour) * 255)).join(' ')})`
}

/** Draws the lights, the first at the upper left. `context` measures in pixels of the page. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  colours: readonly number[],
  { pitch, columns, width, height }: StripLayout,
): void {
  context.clearRect(0, 0, width, height)
  const places = colours.map((colour, index) => ({
    colour,
    x: ((index % columns) + 0.5) * pitch,
    y: (Math.floor(index / columns) + 0.5) * pitch,
  }))
  for (const { x, y } of places) {
    context.fillStyle = '#ece8df'
    context.beginPath()
    context.roundRect(x - pitch * 0.4, y - pitch * 0.4, pitch * 0.8, pitch * 0.8, pitch * 0.12)
    context.fill()
    context.fillStyle = '#34302b'
    context.beginPath()
    context.arc(x, y, pitch * 0.3, 0, Math.PI * 2)
    context.fill()
  }
  for (const { colour, x, y } of places) {
    if (colour === 0) continue
    const seen = seenColour(colour)
    context.fillStyle = seen
    context.beginPath()
    context.arc(x, y, pitch * 0.3, 0, Math.PI * 2)
    context.fill()
    const glow = context.createRadialGradient(x, y, pitch * 0.2, x, y, pitch * 0.62)
    glow.addColorStop(0, seen)
    glow.addColorStop(1, 'transparent')
    context.globalAlpha = 0.6 * glare(colour)
    context.fillStyle = glow
    context.fillRect(x - pitch * 0.62, y - pitch * 0.62, pitch * 1.24, pitch * 1.24)
    context.globalAlpha = 1
  }
}
