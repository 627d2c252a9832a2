import { describe, expect, it } from 'vitest'
import { programEnd, wrapProgram } from '../../../main/cli/exitStatus'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
/** What a board says when the wrapped program ended by `sys.exit(...)` with these arguments. */
const ended = (args: string): string =>
  `Traceback (most recent call last):\r\n  File "<stdin>", line 4, in <module>\r\nException: ('perfboard-exit', ${args})\r\n`

describe('the exit status of a program', () => {
  it('costs nothing where a program doesn’t speak of it', () => {
    const source = bytes('print("existing")')
    expect(wrapProgram(source)).toEqual({ code: source, isWrapped: false })
    expect(wrapProgram(bytes('import sys\nsys.exit(3)')).isWrapped).toBe(true)
    expect(wrapProgram(bytes('raise SystemExit')).isWrapped).toBe(true)
  })

  it.each([
    ['()', 0, ''],
    ['(None,)', 0, ''],
    ['(0,)', 0, ''],
    ['(3,)', 3, ''],
    ['(-1,)', 255, ''],
    ['(256,)', 0, ''],
    ['(True,)', 1, ''],
    ["('no sensor',)", 1, 'no sensor'],
    ['([1],)', 1, '[1]'],
  ])('sys.exit%s is %i', (args, status, said) => {
    expect(programEnd(ended(args), true, 'a.py')).toEqual({ status, said })
  })

  it('is a failure for every other error, whose places are those of the program', () => {
    const error = [
      'Traceback (most recent call last):',
      '  File "<stdin>", line 2, in <module>',
      '  File "<string>", line 7, in <module>',
      '  File "<string>", line 3, in f',
      '  File "lib.py", line 9, in g',
      'ValueError: no',
      '',
    ].join('\r\n')
    const { status, said } = programEnd(error, true, 'dir/a.py')
    expect(status).toBe(1)
    expect(said.replaceAll('\r', '')).toBe(
      [
        'Traceback (most recent call last):',
        '  File "dir/a.py", line 7, in <module>',
        '  File "dir/a.py", line 3, in f',
        '  File "lib.py", line 9, in g',
        'ValueError: no',
        '',
      ].join('\n'),
    )
  })

  it('is not taken from a program that was not asked', () => {
    expect(programEnd(ended('(0,)'), false, 'a.py').status).toBe(1)
  })

  it('is success without an error', () => {
    expect(programEnd('', true, 'a.py')).toEqual({ status: 0, said: '' })
  })
})
