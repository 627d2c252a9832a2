import { describe, expect, it } from 'vitest'
import { checkBoardName, checkDiskName, freeName, stemLength } from '../../../renderer/editor/fileNames'

describe('names of files', () => {
  it.each(['main.py', "it's ü.py", '.hidden', 'a b', '…', 'a"b'])('takes %s on a board', (name) => {
    expect(checkBoardName(name)).toBeNull()
  })

  it.each(['', '   ', '.', '..', 'a/b', 'a\nb', 'a\0b', 'x'.repeat(4_000), '\ud800'])(
    'refuses %j, which could leave the folder or break the tree',
    (name) => {
      expect(checkBoardName(name)).not.toBeNull()
    },
  )

  it('does not overwrite what is there', () => {
    expect(checkBoardName('main.py', ['main.py'])).toContain('main.py')
  })

  it('refuses what Windows would, but only on Windows', () => {
    for (const name of ['a:b', 'con', 'LPT1.txt', 'dot.', 'a\\b']) {
      expect(checkDiskName(name, 'C:\\x')).not.toBeNull()
      expect(checkDiskName(name, '/x')).toBeNull()
    }
  })

  it('proposes a name that is free', () => {
    expect(freeName('untitled.py', [])).toBe('untitled.py')
    expect(freeName('untitled.py', ['untitled.py', 'untitled-2.py'])).toBe('untitled-3.py')
    expect(freeName('lib', ['lib'])).toBe('lib-2')
  })

  it('selects a name without its ending, so that typing does not lose the ending', () => {
    expect('main.py'.slice(0, stemLength('main.py'))).toBe('main')
    expect(stemLength('.hidden')).toBe('.hidden'.length)
    expect(stemLength('Makefile')).toBe('Makefile'.length)
  })
})
