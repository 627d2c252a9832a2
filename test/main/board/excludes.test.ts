import { expect, it } from 'vitest'
import { makeExcludes } from '../../../main/board/excludes'

import { DEFAULT_EXCLUDES } from '../../../shared/settings'

it('what belongs to the computer’s tools never reaches a board, at any depth', () => {
  const { isExcluded } = makeExcludes(DEFAULT_EXCLUDES)
  for (const path of [
    '.git/config',
    'app/__pycache__/a.pyc',
    'a.pyc',
    '.venv/bin/python',
    '.DS_Store',
    '.pb-12345678-a.py.tmp',
    '.perfboardignore',
  ])
    expect([path, isExcluded(path, 'file')]).toEqual([path, true])
  for (const path of ['main.py', 'lib/git.py', 'venvs.py', 'app/node_modules.txt'])
    expect([path, isExcluded(path, 'file')]).toEqual([path, false])
  expect(isExcluded('node_modules', 'folder')).toBe(true)
})

it('a folder’s own list adds to it and takes back, as a .gitignore does', () => {
  const { isExcluded, simple } = makeExcludes([...DEFAULT_EXCLUDES, 'docs/', '/secrets.py', '*.log', '!keep.log', '# a note', ''])
  expect(isExcluded('docs', 'folder')).toBe(true)
  expect(isExcluded('docs', 'file')).toBe(false)
  expect([isExcluded('secrets.py', 'file'), isExcluded('lib/secrets.py', 'file')]).toEqual([true, false])
  expect([isExcluded('a.log', 'file'), isExcluded('keep.log', 'file')]).toEqual([true, false])
  // What a board leaves out by itself can’t be taken back.
  expect(simple).toEqual([])
  expect(makeExcludes(['*.pyc', '/a.py', 'docs/', '.git', '[ab].py']).simple).toEqual(['*.pyc', '.git'])
})

it('names with odd characters are names', () => {
  const { isExcluded } = makeExcludes(DEFAULT_EXCLUDES)
  for (const path of ['..a', 'C:/x', 'a\\b', '#x', '!y', ' ', 'ü "e".txt']) expect(isExcluded(path, 'file')).toBe(false)
})
