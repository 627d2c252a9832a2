import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { inLanguage } from '../../../main/host/pageLanguage'
import { readPageFile } from '../../../main/host/pageFiles'
import { speak } from '../../../shared/language/language'

const root = path.resolve(import.meta.dirname, '../../../renderer')
const page = readFileSync(path.join(root, 'index.html'), 'utf8')

afterEach(() => speak('en'))

test('an English page is served as it is: its start waits for no words', () => {
  expect(inLanguage(page, 'en')).toBe(page)
})

test('a German page has the editor’s words before the first of its modules, as Monaco reads them while it is loaded', () => {
  const served = inLanguage(page, 'de')
  expect(served).toContain('<html lang="de">')
  const words = served.indexOf('<script src="./words/de.js"></script>')
  expect(words).toBeGreaterThan(0)
  expect(words).toBeLessThan(served.indexOf('<script type="module"'))
})

test('the page that is read speaks the program’s language', async () => {
  speak('de')
  expect(new TextDecoder().decode((await readPageFile(root, '/'))?.bytes)).toContain('./words/de.js')
})
