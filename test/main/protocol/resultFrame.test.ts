import { describe, expect, it } from 'vitest'
import { ResultFrame } from '../../../main/protocol/resultFrame'

/** Feeds the stream in pieces; what is behind the frame comes back with it. */
function take(stream: string, cut: number): { output: string; error: string; end: string | undefined; rest: string } {
  let output = ''
  const frame = new ResultFrame((bytes) => {
    output += Buffer.from(bytes).toString('latin1')
  })
  const bytes = Buffer.from(stream, 'latin1')
  let at = 0
  while (at < bytes.length && frame.end === undefined) {
    frame.feed(bytes.subarray(at, at + cut))
    at += cut
  }
  const rest = Buffer.from(frame.rest).toString('latin1') + bytes.subarray(at).toString('latin1')
  return { output, error: frame.error, end: frame.end, rest }
}

const TRACEBACK = 'Traceback (most recent call last):\r\n  File "<stdin>", line 2, in <module>\r\nValueError: a > b\r\n'
const BOOT = 'MPY: soft reboot\r\n'
const FRIENDLY = 'MicroPython v1.27; board\r\nType "help()" for more information.\r\n'

describe.each([1, 2, 7, 4096])('ResultFrame fed %i bytes at a time', (cut) => {
  it.each([
    ['output', 'hello\r\n\x04\x04>', 'hello\r\n', ''],
    ['nothing', '\x04\x04>', '', ''],
    ['a traceback', `1\r\n\x04${TRACEBACK}\x04>`, '1\r\n', TRACEBACK],
    ['a message of several lines', '\x04ValueError: one\r\ntwo > three\r\n\x04>', '', 'ValueError: one\r\ntwo > three\r\n'],
    ['a prompt sign', 'a > b\r\n>>> >\x04\x04>', 'a > b\r\n>>> >', ''],
    ['an end byte in the output', 'a\x04b c\x04d\x04\x04>', 'a\x04b c\x04d', ''],
    ['an end byte, then an error', `a\x04 b\x04${TRACEBACK}\x04>`, 'a\x04 b', TRACEBACK],
    ['bytes that are no text', '\xff\xfe\x00\x80\x04\x04>', '\xff\xfe\x00\x80', ''],
    ['words like a banner', 'raw REPL; CTRL-B to drive\r\n\x04\x04>', 'raw REPL; CTRL-B to drive\r\n', ''],
  ])('separates %s', (_, stream, output, error) => {
    expect(take(`${stream}next`, cut)).toEqual({ output, error, end: 'prompt', rest: 'next' })
  })

  it('ends when the program reset the board from within', () => {
    const raw = take(`bye\r\n\x04\x04${BOOT}raw REPL; CTRL-B to exit\r\n>`, cut)
    // Less than seven bytes of a banner may have been shown before it was known for one.
    expect({ ...raw, output: raw.output.replace(/raw? ?R?E?$/, '') }).toEqual({
      output: `bye\r\n\x04\x04${BOOT}`,
      end: 'reset-raw',
      error: '',
      rest: '',
    })
    expect(take(`bye\r\n${FRIENDLY}>>> `, cut)).toMatchObject({ output: `bye\r\n${FRIENDLY}`, end: 'reset-friendly', rest: '' })
  })
})

it('shows output at once, without waiting for a line end', () => {
  let output = ''
  const frame = new ResultFrame((bytes) => (output += Buffer.from(bytes).toString()))
  for (const part of ['name? ', 'raw', ' r']) frame.feed(Buffer.from(part))
  expect(output).toBe('name? raw r')
})

it.each(Array.from({ length: 100 }, (_, seed) => seed + 1))('tells the same of an answer in whatever pieces it comes: seed %d', (seed) => {
  let state = seed
  const number = (below: number): number => ((state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >> 8) % below
  const pieces = ['\x04', '>', '\x04>', '\x04\x04', 'raw REPL', '\r\n', '\xc3', 'KeyError', ': ', 'a b', TRACEBACK, TRACEBACK.slice(0, 20)]
  const stream = `${Array.from({ length: number(12) }, () => pieces[number(pieces.length)] ?? '').join('')}\x04\x04>`
  const whole = take(stream, stream.length)
  expect(whole.end).toBe('prompt')
  for (const cut of [1, 2, 3, 7]) expect(take(stream, cut)).toEqual(whole)
})
