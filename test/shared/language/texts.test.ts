import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { german, germanParts } from '../../../shared/language/german'
import { englishPlurals } from '../../../shared/language/plurals'
import { sourceFiles, textsIn } from '../../rig/sourceTexts'

const top = path.resolve(import.meta.dirname, '../../..')
const found = ['shared', 'main', 'renderer'].flatMap((folder) =>
  sourceFiles(top, folder).map((file) => textsIn(file, readFileSync(path.join(top, file), 'utf8'))),
)
const texts = found.flatMap((each) => each.texts)

/** Where a language keeps a text: two entries for one that depends on a number. */
const entriesOf = (text: string): string[] => (englishPlurals[`${text}_other`] === undefined ? [text] : [`${text}_one`, `${text}_other`])
/** The values that a text has room for, each once. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{([^},]+)[^}]*\}\}/g)].map((match) => match[1]?.trim() ?? ''))].sort()

describe('the window’s texts', () => {
  it('are one literal each, translated when they are shown, and none is left out', () => {
    expect(texts.length).toBeGreaterThan(400)
    expect(found.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('all have their German', () => {
    const missing = texts
      .flatMap(({ entry: whole, at }) => entriesOf(whole).map((entry) => ({ entry, at })))
      .filter(({ entry }) => german[entry] === undefined)
    expect(missing.map(({ entry, at }) => `${entry} (${at})`)).toEqual([])
  })

  it('have one German each', () => {
    const texts = germanParts.flatMap((part) => Object.keys(part))
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  it('leave no German and no plural behind when they go', () => {
    const known = new Set(texts.flatMap(({ entry }) => entriesOf(entry)))
    expect(Object.keys(german).filter((entry) => !known.has(entry))).toEqual([])
    expect(Object.keys(englishPlurals).filter((entry) => !known.has(entry))).toEqual([])
  })

  it('say the same values in German, and get every value that they name', () => {
    const differing = texts
      .flatMap(({ text, entry: whole }) => entriesOf(whole).map((entry) => ({ entry, english: englishPlurals[entry] ?? text })))
      .filter(({ entry, english }) => placeholders(german[entry] ?? english).join() !== placeholders(english).join())
    expect(differing).toEqual([])
    const short = texts.filter(({ text, values }) => values !== null && placeholders(text).some((name) => !values.includes(name)))
    expect(short.map(({ text, at }) => `${text} (${at})`)).toEqual([])
  })
})

describe('the look through sources', () => {
  const faultsOf = (source: string): string[] => textsIn('Some.tsx', source).faults

  it('finds what nobody translates', () => {
    expect(faultsOf('const a = () => <p>Open a folder</p>')).toHaveLength(1)
    expect(faultsOf('const a = () => <p aria-label="Open a folder" />')).toHaveLength(1)
    expect(faultsOf('const a = (b) => <p title={b ? "Open" : t("Close")} />')).toHaveLength(1)
    expect(faultsOf('const a = (b) => <p placeholder={`Open ${b}`} />')).toHaveLength(1)
    expect(faultsOf('const a = () => new AppError("busy", `${b} is busy`)')).toHaveLength(1)
    expect(faultsOf('const a = () => <p className="open a">· {t("Open")} <b>Perfboard</b> <code>print(1)</code></p>')).toEqual([])
  })

  it('finds what can’t be translated', () => {
    expect(faultsOf('const a = (b) => t(`Open ${b}`)')).toHaveLength(1)
    expect(faultsOf('const a = (b) => t("Open " + b)')).toHaveLength(1)
    expect(faultsOf('const a = (b) => t(b ? "Open" : "Close")')).toHaveLength(1)
    expect(faultsOf('const a = t("Open")')).toHaveLength(1)
    expect(faultsOf('const a = [text("Open")]; const b = (c) => t(c.title)')).toEqual([])
  })

  it('reads texts with their values', () => {
    const { texts: read } = textsIn('some.ts', 'const a = (b) => t("{{name}}: {{at}}", { name: b, at })')
    expect(read).toMatchObject([{ text: '{{name}}: {{at}}', values: ['name', 'at'] }])
  })
})
