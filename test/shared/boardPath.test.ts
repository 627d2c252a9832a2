import { describe, expect, it } from 'vitest'
import { baseName, isBoardPath, isEntryName, isWithin, joinBoardPath, MAX_BOARD_PATH, parentBoardPath } from '../../shared/boardPath'

describe('paths on a board', () => {
  it.each(['/', '/main.py', '/lib/my file.py', '/naïve "quoted" \'name\'.py', '/板/🐍.py', '/a\\b', '/...'])('takes %s', (path) => {
    expect(isBoardPath(path)).toBe(true)
  })

  it.each([
    '',
    'main.py',
    '//',
    '/a//b',
    '/a/',
    '/.',
    '/..',
    '/lib/../../etc',
    '/a\nb',
    '/a\u0000b',
    '/\u007f',
    '/\ud800',
    `/${'x'.repeat(MAX_BOARD_PATH)}`,
  ])('refuses %j before it reaches a board or a disk', (path) => {
    expect(isBoardPath(path)).toBe(false)
  })

  it('does not let a listed name step out of its folder', () => {
    for (const name of ['..', '.', '', 'a/b', '../x', 'a\u0000']) {
      expect(isEntryName(name)).toBe(false)
      expect(() => joinBoardPath('/lib', name)).toThrow(expect.objectContaining({ code: 'invalid-path' }) as Error)
    }
  })

  it('takes paths apart as they were put together', () => {
    expect(joinBoardPath('/', 'a.py')).toBe('/a.py')
    expect(joinBoardPath('/lib', 'a.py')).toBe('/lib/a.py')
    expect(parentBoardPath('/lib/a.py')).toBe('/lib')
    expect(parentBoardPath('/a.py')).toBe('/')
    expect(baseName('/lib/a.py')).toBe('a.py')
    expect(baseName('/')).toBe('/')
  })

  it('does not take /library for a part of /lib', () => {
    expect(isWithin('/lib', '/library')).toBe(false)
    expect(isWithin('/lib', '/lib')).toBe(true)
    expect(isWithin('/lib', '/lib/a')).toBe(true)
    expect(isWithin('/', '/x')).toBe(true)
  })
})
