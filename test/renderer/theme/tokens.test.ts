import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = fs.readFileSync(path.resolve(import.meta.dirname, '../../../renderer/theme/tokens.css'), 'utf8')

function tokens(theme: 'dark' | 'light'): Record<string, string> {
  const block = new RegExp(`data-theme='${theme}'\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, colour]) => [name ?? '', colour ?? '']))
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['dark', 'light'] as const)('the colours of the %s theme', (theme) => {
  const colours = tokens(theme)
  const grounds = ['ground', 'side', 'raised']
  const of = (name: string): string => {
    const colour = colours[name]
    if (colour === undefined) throw new Error(`no token ${name}`)
    return colour
  }

  it.each(['text', 'muted', 'ok', 'warn', 'error', 'board'])('let %s be read on every ground', (name) => {
    for (const ground of grounds) expect(contrast(of(name), of(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(5)
  })

  it('let the edge of a control be seen on every ground', () => {
    for (const ground of grounds) expect(contrast(of('edge'), of(ground)), ground).toBeGreaterThanOrEqual(3)
  })

  it('let the words of a filled button be read', () => {
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of('ground'), of('error'))).toBeGreaterThanOrEqual(4.5)
  })
})
