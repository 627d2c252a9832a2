import { describe, expect, it, test } from 'vitest'
import { boardPathOf, meansFolder } from '../../../main/cli/boardWords'

describe('a path on the board', () => {
  it.each([
    ['', '/', '/'],
    [':', '/', '/'],
    [':main.py', '/', '/main.py'],
    ['lib/a.py', '/', '/lib/a.py'],
    [':main.py', '/flash', '/flash/main.py'],
    [':/sd/x', '/flash', '/sd/x'],
    ['./lib//b/', '/', '/lib/b'],
    ['lib/../main.py', '/flash', '/flash/main.py'],
    ['../../../etc', '/flash', '/etc'],
    ['::odd', '/', '/:odd'],
  ])('“%s” on a board with %s is %s', (word, root, path) => {
    expect(boardPathOf(word, root)).toBe(path)
  })

  it.each(['a\nb', 'x'.repeat(2_000), 'a\u0000'])('that no board can have is refused before it is sent: %j', (word) => {
    expect(() => boardPathOf(word, '/')).toThrow(expect.objectContaining({ code: 'invalid-path' }) as Error)
  })
})

test('words that can only mean a folder', () => {
  expect([':', ':lib/', 'lib/', '.', '..', ':.', 'a/..', 'a\\'].filter((word) => !meansFolder(word))).toEqual([])
  expect(['lib', ':main.py', 'a.b', 'x..'].filter(meansFolder)).toEqual([])
})
