import { afterEach, expect, it } from 'vitest'
import { speak, t } from '../../../shared/language/language'

afterEach(() => speak('en'))

it('numbers of things read as a person would say them, in each language', () => {
  const said = (count: number): string => t('{{count}} files', { count })
  expect([said(1), said(2)]).toEqual(['1 file', '2 files'])
  speak('de')
  expect([said(1), said(2)]).toEqual(['1 Datei', '2 Dateien'])
  expect(t('{{count, number}} samples', { count: 12_345 })).toBe('12.345 Messwerte')
})

it('words that are one in English only are told apart by their context', () => {
  expect(t('Light', { context: 'sensor' })).toBe('Light')
  speak('de')
  expect([t('Light'), t('Light', { context: 'sensor' })]).toEqual(['Hell', 'Licht'])
})

it('a file’s name is shown as it is, whatever it looks like', () => {
  for (const name of ['{{name}}', '$t(Save)', '<b>.py', 'a|b_one']) expect(t('Open {{name}}', { name })).toBe(`Open ${name}`)
})
