import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { locatePageFile, readPageFile } from '../../../main/host/pageFiles'

const folder = mkdtempSync(path.join(os.tmpdir(), 'perfboard-page-'))
const root = path.join(folder, 'page')
mkdirSync(path.join(root, 'assets'), { recursive: true })
writeFileSync(path.join(root, 'index.html'), '<!doctype html>')
writeFileSync(path.join(root, 'assets/app.js'), 'export {}')
writeFileSync(path.join(root, '.secret.js'), 'hidden')
writeFileSync(path.join(folder, 'outside.js'), 'outside')
afterAll(() => rmSync(folder, { recursive: true }))

test('the page and its files are found, each with its type', async () => {
  expect(await readPageFile(root, '/')).toMatchObject({ type: 'text/html; charset=utf-8' })
  expect(await readPageFile(root, '/assets/app.js')).toMatchObject({ type: 'text/javascript; charset=utf-8' })
  expect(new TextDecoder().decode((await readPageFile(root, '/assets/app.js'))?.bytes)).toBe('export {}')
})

test.each([
  '/../outside.js',
  '/%2e%2e/outside.js',
  '/%2e%2e%2foutside.js',
  '/assets/..%5c..%5coutside.js',
  '//etc/hostname.txt',
  '/.secret.js',
  '/assets',
  '/a\0.js',
  '/%',
  '/C:/x.js',
  'outside.js',
  '/none.js',
])('no file outside the page is read by %s', async (address) => {
  expect(await readPageFile(root, address)).toBeNull()
})

test('what is found always lies in the page’s folder', () => {
  for (const address of ['/index.html', '/assets/app.js', '/a/b/c.css'])
    expect(locatePageFile(root, address)?.startsWith(root + path.sep)).toBe(true)
})
