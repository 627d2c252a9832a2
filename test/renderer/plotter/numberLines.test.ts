import { describe, expect, it } from 'vitest'
import { LineSplitter, MAX_LINE_BYTES } from '../../../renderer/plotter/lineSplitter'
import { type NumberLine, parseNumberLine } from '../../../renderer/plotter/numberLines'

const values = (...numbers: number[]): NumberLine => ({ kind: 'values', values: numbers })
const labelled = (entries: Record<string, number>): NumberLine => ({
  kind: 'labelled',
  names: Object.keys(entries),
  values: Object.values(entries),
})

describe('lines that the plotter draws', () => {
  it.each<[string, NumberLine]>([
    ['1.5', values(1.5)],
    [' -2e-3 ', values(-0.002)],
    ['+.5', values(0.5)],
    ['7.', values(7)],
    ['1,2,3', values(1, 2, 3)],
    ['1, 2, 3', values(1, 2, 3)],
    ['1 2 3', values(1, 2, 3)],
    ['1\t2\t3', values(1, 2, 3)],
    ['1; 2; 3', values(1, 2, 3)],
    ['(1, 2.5)', values(1, 2.5)],
    ['(1,)', values(1)],
    ['[3, 4]', values(3, 4)],
    ['1,nan,3', values(1, NaN, 3)],
    ['inf', values(NaN)],
    ['a:1 b:2', labelled({ a: 1, b: 2 })],
    ['a:1,b:2', labelled({ a: 1, b: 2 })],
    ['a=1', labelled({ a: 1 })],
    ['a = 1, b = -2.5', labelled({ a: 1, b: -2.5 })],
    ['room temp: 21.5, humidity %: 40', labelled({ 'room temp': 21.5, 'humidity %': 40 })],
    ["{'a': 1, 'b': 2}", labelled({ a: 1, b: 2 })],
    ['\x1b[32m1.5\x1b[0m', values(1.5)],
    ['time, light, heat', { kind: 'header', names: ['time', 'light', 'heat'] }],
  ])('%j', (line, expected) => {
    expect(parseNumberLine(line)).toEqual(expected)
  })
})

describe('lines that the plotter leaves alone', () => {
  it.each([
    '',
    '   ',
    '>>> 1.5',
    '... 2',
    'hello',
    '12:30:45',
    '1.2.3',
    '0x10',
    '1,,2',
    '1 2 three',
    'a:1 b',
    'a:',
    '-',
    '23.5C',
    'Traceback (most recent call last):',
  ])('%j', (line) => {
    expect(parseNumberLine(line)).toBeNull()
  })

  it.each(['  File "<stdin>", line 7, in <module>', 'KeyError: 5', 'OSError: 28', 'mpremote.SystemExit: 1', '-----', '( )'])(
    '%j',
    (line) => {
      expect(parseNumberLine(line)).toBeNull()
    },
  )

  it('a line of more numbers than there are curves for', () => {
    expect(parseNumberLine(Array.from({ length: 500 }, (_, at) => at).join(' '))).toBeNull()
  })
})

describe('lines cut out of bytes', () => {
  const text = '1.5\r\n2\n\n°C: 3\r\nunfinished'
  it.each([1, 2, 7, 4096])('are the same in pieces of %i', (size) => {
    const bytes = new TextEncoder().encode(text)
    const splitter = new LineSplitter()
    const lines: string[] = []
    for (let at = 0; at < bytes.length; at += size) lines.push(...splitter.push(bytes.subarray(at, at + size)))
    expect(lines).toEqual(['1.5', '2', '°C: 3'])
    expect(splitter.push(new TextEncoder().encode('!\n'))).toEqual(['unfinished!'])
  })

  it.each([1, 7, 4096])('leave out a line that is too long, and only that, in pieces of %i', (size) => {
    const bytes = new TextEncoder().encode(`1\n${'9'.repeat(MAX_LINE_BYTES + 1)}\n2\n`)
    const splitter = new LineSplitter()
    const lines: string[] = []
    for (let at = 0; at < bytes.length; at += size) lines.push(...splitter.push(bytes.subarray(at, at + size)))
    expect(lines).toEqual(['1', '2'])
  })

  it('draw no false number where bytes are missing', () => {
    const splitter = new LineSplitter()
    const push = (piece: string): string[] => splitter.push(new TextEncoder().encode(piece))
    expect(push('10')).toEqual([])
    splitter.gap()
    expect(push('25\n30\n')).toEqual(['30'])
  })
})
