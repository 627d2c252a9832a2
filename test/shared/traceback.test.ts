import { describe, expect, it } from 'vitest'
import { parseTraceback } from '../../shared/traceback'

describe('parseTraceback', () => {
  it('finds the place and the cause', () => {
    const text =
      'x\r\nTraceback (most recent call last):\r\n  File "<stdin>", line 7, in <module>\r\n  File "lib/a b.py", line 12, in blink\r\nOSError: [Errno 2] ENOENT\r\n'
    expect(parseTraceback(text)).toEqual({
      frames: [
        { file: '<stdin>', line: 7, name: '<module>' },
        { file: 'lib/a b.py', line: 12, name: 'blink' },
      ],
      exception: 'OSError',
      message: '[Errno 2] ENOENT',
    })
  })

  it.each([
    [
      'a syntax error, whose frame has no function',
      '  File "<stdin>", line 3\r\nSyntaxError: invalid syntax',
      'SyntaxError',
      'invalid syntax',
      1,
    ],
    ['an interrupt without a message', '  File "main.py", line 1, in <module>\r\nKeyboardInterrupt: ', 'KeyboardInterrupt', '', 1],
    ['an exception of the user’s own', '  File "<stdin>", line 1, in f\r\nNope: one\r\ntwo', 'Nope', 'one\ntwo', 1],
    ['source shown below a frame', '  File "a.py", line 1, in f\r\n    x = 1\r\nE', 'E', '', 1],
  ])('reads %s', (_, body, exception, message, frames) => {
    const found = parseTraceback(`Traceback (most recent call last):\r\n${body}\r\n`)
    expect([found?.exception, found?.message, found?.frames.length]).toEqual([exception, message, frames])
  })

  it('takes the last of several', () => {
    const one = 'Traceback (most recent call last):\n  File "a", line 1, in b\nValueError: first\n'
    expect(parseTraceback(one + one.replace('first', 'second'))?.message).toBe('second')
  })

  it('reads an error without frames, as a full heap gives', () => {
    expect(parseTraceback('MemoryError: memory allocation failed, allocating 4096 bytes\r\n')?.exception).toBe('MemoryError')
  })

  it.each(['', 'hello', 'temperature: 21.5', 'Traceback (most recent call last):\r\n  File "x", line 1'])('finds none in %j', (text) => {
    expect(parseTraceback(text)).toBeNull()
  })
})
