/** What our scripts use of Python's builtins. Programs call their own variables `list`, `str`, `len` or `open`. */
const BUILTINS = ['bytearray', 'bytes', 'hasattr', 'isinstance', 'len', 'list', 'max', 'open', 'print', 'range', 'str']

/** The line that gets what `code` uses of the builtins from their module: inside a function it hides what a program has put in their place. */
export function builtinsLine(code: string): string {
  const used = BUILTINS.filter((name) => new RegExp(`(?<![\\w.])${name}\\b`).test(code))
  return used.length === 0 ? 'pass' : `from builtins import ${used.join(',')}`
}
