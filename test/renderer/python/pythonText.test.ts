import { describe, expect, it } from 'vitest'
import { closeName } from '../../../renderer/python/closeName'
import { readPython } from '../../../renderer/python/pythonTokens'

const words = (text: string): string[][] => readPython(text).lines.map(({ tokens }) => tokens.map((token) => token.text))

describe('reading a program', () => {
  it('takes brackets, backslashes and long texts for one line', () => {
    expect(words('x = (1,\n  2)\ny = 1 + \\\n  2\nz = """a\nb"""\n')).toEqual([
      ['x', '=', '(', '1', ',', '2', ')'],
      ['y', '=', '1', '+', '2'],
      ['z', '=', '"""a\nb"""'],
    ])
  })

  it('leaves comments and what stands in texts alone', () => {
    expect(words('# if x\nx = "# no" # yes (\ny = \'\\\'\'\nb = rb"\\x"\n')).toEqual([
      ['x', '=', '"# no"'],
      ['y', '=', "'\\''"],
      ['b', '=', 'rb"\\x"'],
    ])
  })

  it('knows quotes in the braces of a formatted text', () => {
    expect(words('print(f"{d["a"]} {{}} {x:>5}")\nprint(f"{\'{\'}")')).toHaveLength(2)
  })

  it('says where lines begin, with Windows’ line ends and a byte order mark too', () => {
    const { lines } = readPython('\ufeffif x:\r\n\ty = [\r\n1]\r\n  \r\nz = 1')
    expect(lines.map(({ line, indent }) => [line, indent])).toEqual([
      [1, ''],
      [2, '\t'],
      [5, ''],
    ])
  })

  it.each([
    ['x = (1\ny = 2', 'open-bracket', 1],
    ['x = [\n\ndef f(): pass', 'open-bracket', 1],
    ['a\nx = "abc\ny', 'open-string', 2],
    ["x = '''abc\n", 'open-text', 1],
    ['x = 1)', 'extra-bracket', 1],
    ['x = (1]', 'wrong-bracket', 1],
  ])('stops where nothing can be sure any more: %j', (text, kind, line) => {
    expect(readPython(text).broken).toMatchObject({ kind, line })
  })

  it('takes a long text in linear time', () => {
    expect(readPython('x = 1\n'.repeat(30_000)).lines).toHaveLength(30_000)
    expect(readPython(`x = ${'('.repeat(100_000)}`).broken?.kind).toBe('open-bracket')
    expect(readPython(`f"${'{'.repeat(100_000)}`).broken?.kind).toBe('open-string')
  })
})

describe('the name that was meant', () => {
  it.each([
    ['prnt', ['print', 'input'], 'print'],
    ['conut', ['count', 'counter'], 'count'],
    ['Print', ['print'], 'print'],
    ['temprature', ['temperature'], 'temperature'],
    ['zzz', ['zip', 'abs'], null],
    ['x', ['y'], null],
    ['ab', ['abs'], null],
    ['cat', ['bat', 'rat'], null],
    ['led', ['led'], null],
  ])('%s in %j is %s', (name, known, expected) => {
    expect(closeName(name, known)).toBe(expected)
  })
})
