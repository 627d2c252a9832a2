import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROGRAMS } from '../../integration/virtualProgramTexts'
import { firstMistakes } from '../../../renderer/problems/firstMistakes'

const found = (text: string): string[] => firstMistakes(text).map((mistake) => `${mistake.line}: ${mistake.text}`)

describe('a beginner’s first mistakes', () => {
  it.each([
    ['if x\n  y', '1: A colon is missing at the end of “if …”'],
    ['for i in range(3)\n  print(i)', '1: A colon is missing at the end of “for …”'],
    ['def f(a: int, b={1: 2})\n  y', '1: A colon is missing at the end of “def …”'],
    ['if x == (1 +\n  2)\n  y', '2: A colon is missing at the end of “if …”'],
    ['while lambda: 1\n  y', '1: A colon is missing at the end of “while …”'],
    ['async def f()\n  y', '1: A colon is missing at the end of “async def …”'],
    ['try\n  x\nfinally:\n  y', '1: A colon is missing at the end of “try”'],
    ['if x = 5:\n  y', '1: One = gives a name its value. To compare, write =='],
    ['if a and b = c:\n  y', '1: One = gives a name its value. To compare, write =='],
    ['if a:\n  b\nelse if c:\n  d', '3: “else if” is one word in Python: elif'],
    ['def f:\n  y', '1: Brackets are missing behind the function’s name: def f():'],
    ['print "a"', '1: print needs brackets: print("a")'],
    ['x++', '1: Python has no ++: write x += 1'],
    ['if x:\nprint(1)', '2: The line below a colon must be indented, by four spaces'],
    ['x = 1\n  y = 2', '2: This line is indented, but no block begins above it'],
    ['if x:\n    y\n  z', '3: The spaces at the beginning of this line fit no line above it'],
    ['if x:\n\ty\n        z', '3: Tabs and spaces are mixed at the beginnings of these lines. Use spaces alone, four for each step'],
    ['x = [1, 2\ny = 3\n', '1: This [ is never closed'],
    ['print("a"\nimport time', '1: This ( is never closed'],
    ["print('it's')", "1: The text that begins with ' doesn’t end on this line: a ' is missing"],
    ['print(1))', '1: This ) has no opening bracket'],
  ])('%j is noticed', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it.each([
    'x = a if b else c',
    'x = [i for i in y if i]',
    'f = lambda x, y=1: x',
    'if (lambda x=1: x)(): pass',
    'while f(a=1): pass',
    'if x[1:2] == {1: 2}: pass',
    'if x == "a = b": pass',
    'if (n := 5) > 3: pass',
    'def f(a: int = 5, *, b=2) -> dict: return {}',
    'class A(B, metaclass=C): x = 1',
    'with open("a") as f, open("b") as g:\n  pass',
    'if a and \\\n   b:\n  pass',
    'x = {\n  "a": 1,\n      "b": [\n2]}\ny = 1',
    'def f():\n    """text\n  of\nlines"""\n    return 1',
    'if x:\n    pass\n# comment\n    # comment\n  # comment\nelse:\n    pass',
    'if x:\n\tif y:\n\t\tz\n\telse:\n\t\tz\n',
    'for i in x:\n  pass\nelse:\n  pass',
    '@micropython.native\ndef f(): pass',
    'async def f():\n  async with a as b:\n    await c\n  async for d in e: pass',
    'try: x\nexcept (A, B) as e: y\nfinally: z',
    'print = f\nprint is None',
    'print(f"{d["a"]}: {x:>5}", end="")',
    'x = - -1\ny = a - -b\nz = +1',
    "s = 'it\\'s' \"a\" 'b'",
    'x = (yield)',
    'if x: y = 1; z = 2',
    'd = {"if": 1, "else": 2}\nd["while"] = 3',
    'else_ = 1\nif_x = 2\nprinter = 3',
    'x = 1 if y else 2 if z else 3',
    'x: int = 5\ny: dict = {1: 2}',
    'return_value = (\n  a\n  if b\n  else c\n)',
    'x = f(\n  lambda a:\n    a\n)',
    'if True:\n  x = """\n""" ; y = 1\nz = 1',
    'def f(a,\n      b):\n  pass',
    '\n\n   \n# only\n',
    'if 0x1F == 1_000 or 1e-5 < .5: pass',
    'from a import (b,\n  c)\nimport d',
  ])('nothing is said of %j, which is right', (text) => {
    expect(found(text)).toEqual([])
  })

  it('nothing is said of the programs that the virtual board itself brings along', async () => {
    const folder = 'main/virtual/rom'
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.py'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(found(await readFile(path.join(folder, name), 'utf8')), name).toEqual([])
  })

  it.each(Object.keys(PROGRAMS))('nothing is said of the program “%s” that tests run on boards', (name) => {
    expect(found(PROGRAMS[name]?.(3) ?? 'x(')).toEqual([])
  })
})
