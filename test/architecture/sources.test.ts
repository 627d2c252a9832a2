import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const top = path.resolve(import.meta.dirname, '../..')
const MAX_LINES = 300
const TEXT = /\.(ts|tsx|mjs|css|html|json|yml|md|py)$|^\.ci\/run$/

/** Files that git knows or would add; so the copies of other tools don't count. */
function committedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: top, encoding: 'utf8' })
  return listed.split('\0').filter((file) => TEXT.test(file) && existsSync(path.join(top, file)))
}

const read = (file: string): string => readFileSync(path.join(top, file), 'utf8')

test('every source file stays short enough to have one subject', () => {
  const sources = committedFiles().filter((file) => /^(shared|main|preload|renderer|test|scripts)\/.*\.(ts|tsx|mjs)$/.test(file))
  expect(sources.length).toBeGreaterThan(50)
  const long = sources.map((file) => ({ file, lines: read(file).trimEnd().split('\n').length })).filter(({ lines }) => lines > MAX_LINES)
  expect(long).toEqual([])
})

test('no committed file names a place of one machine', () => {
  // A checkout straight below the root or the folder for temporary files would make a common word of it.
  const common = ['/', `${os.tmpdir()}/`, '/tmp/', '/home/']
  const places = [`${top}/`, `${path.dirname(top)}/`, `${os.homedir()}/`].filter((place) => !common.includes(place) && place.length > 3)
  const found = committedFiles().filter((file) => places.some((place) => read(file).includes(place)))
  expect(found).toEqual([])
})

test('the lock file names no place to fetch from, so that every registry serves', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"')
  expect(existsSync(path.join(top, '.npmrc'))).toBe(false)
})
