import { describe, expect, it } from 'vitest'
import { pythonBytes, pythonSource, pythonString } from '../../../main/protocol/pythonLiteral'

describe('Python literals', () => {
  it.each([
    ['/main.py', "'/main.py'"],
    ['/it\'s "here"\\n.py', "'/it\\'s \"here\"\\\\n.py'"],
    ["');import os;os.remove('/main.py')#", "'\\');import os;os.remove(\\'/main.py\\')#'"],
    ['/żółw.py', "__import__('builtins').str(b'/\\xc5\\xbc\\xc3\\xb3\\xc5\\x82w.py','utf8')"],
    ['a\nb', "__import__('builtins').str(b'a\\nb','utf8')"],
  ])('keeps %j data', (text, literal) => {
    expect(pythonString(text)).toBe(literal)
  })

  it('writes every byte in printable ASCII', () => {
    const literal = pythonBytes(Uint8Array.from({ length: 256 }, (_, value) => value))
    expect(literal).toMatch(/^[\x20-\x7e]*$/)
    expect(literal).toContain('\\x00')
    expect(literal).toContain("\\'")
  })

  it('changes no source but that which holds bytes the REPL acts on', () => {
    const plain = 'print("ä")\n'
    expect(Buffer.from(pythonSource(plain)).toString()).toBe(plain)
    expect(Buffer.from(pythonSource('\x04')).toString()).toBe("exec(b'\\x04')")
  })
})
