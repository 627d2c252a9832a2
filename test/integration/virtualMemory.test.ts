import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

const LIMIT_MS = 25_000

async function run(code: string): Promise<{ output: string; error: string }> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  return wire.run(code, LIMIT_MS)
}

describe('256 KB of heap', () => {
  it('are what a program finds', async () => {
    const { output } = await run('import gc\ngc.collect()\nprint(gc.mem_free() + gc.mem_alloc())')
    expect(Number(output)).toBeGreaterThan(250_000)
    expect(Number(output)).toBeLessThanOrEqual(262_144)
  })

  it('are too little for 300 KB, and MemoryError says so', async () => {
    const { output, error } = await run('try: bytearray(300000)\nexcept MemoryError: print("full")\nx = bytearray(200000)\nprint(len(x))')
    expect({ output, error }).toEqual({ output: 'full\r\n200000\r\n', error: '' })
  })

  it('run full when a program keeps everything, and are free again when it lets go', async () => {
    const { output, error } = await run(
      'import gc\nl = []\ntry:\n while True: l.append(bytes(1000))\nexcept MemoryError:\n n = len(l)\n l = None\nprint(n)\ngc.collect()\nprint(gc.mem_free() > 220000)',
    )
    expect(error).toBe('')
    const [kept, free] = output.trim().split('\r\n')
    expect(Number(kept)).toBeGreaterThan(200)
    expect(Number(kept)).toBeLessThan(275)
    expect(free).toBe('True')
  })
})

describe('a program that makes garbage runs for ever', () => {
  it.each([
    ['of lists, in a loop at the top', 'for i in range(200000): x = [i] * 20\nprint(x[0])', '199999'],
    ['of floats, in functions', 'def f(n):\n x = 0.5\n for i in range(n): x = x * 1.000001\n return x\nprint(f(400000) > 0.5)', 'True'],
    [
      'of strings, in a generator',
      'def g():\n for i in range(30000): yield str(i) * 5\nn = 0\nfor s in g(): n += len(s)\nprint(n)',
      '694450',
    ],
    [
      'of objects, in methods',
      'class A:\n def __init__(self, x): self.x = x\n def m(self):\n  for i in range(30000): self.y = A(i)\n  return self.y.x\nprint(A(1).m())',
      '29999',
    ],
    [
      'while it keeps a lot',
      'd = {str(i): [str(i) * 3] for i in range(500)}\nfor k in range(50000): s = "%d-%d" % (k, k + 1)\nprint(all(d[str(i)] == [str(i) * 3] for i in range(500)))',
      'True',
    ],
    [
      'in straight lines',
      'a = bytearray(100000)\na = bytearray(100000)\na = bytearray(100000)\na = bytearray(100000)\nprint(len(a))',
      '100000',
    ],
    [
      'while it sorts with a key',
      'print(sum(len(sorted([str(j) for j in range(50)], key=lambda s: s + "x" * 50)) for i in range(200)))',
      '10000',
    ],
    ['in a constructor', 'class A:\n def __init__(self, n):\n  for i in range(n): self.x = [i] * 10\nprint(A(50000).x[0])', '49999'],
    [
      'in a closure',
      'def outer(n):\n def inner():\n  x = 0.0\n  for i in range(n): x += 0.5\n  return x\n return inner\nprint(outer(100000)())',
      '50000.0',
    ],
    ['with json', 'import json\nfor i in range(2000): o = json.loads(json.dumps({"a": [1, 2, i]}))\nprint(o)', "{'a': [1, 2, 1999]}"],
  ])('%s', async (_name, code, output) => {
    expect(await run(code)).toEqual({ output: `${output}\r\n`, error: '' })
  })
})

describe('a program that recurses without end', () => {
  it('gets a RuntimeError, and the board goes on', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    expect((await wire.run('def f(n): return f(n + 1)\nf(0)')).error).toContain('RuntimeError')
    expect(await wire.run('print(1)')).toEqual({ output: '1\r\n', error: '' })
  })

  it('gets one too where the firmware recurses for it', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    expect((await wire.run("import re\nre.match('(a*)*b', 'a' * 200)")).error).toContain('RuntimeError: maximum recursion depth exceeded')
    expect((await wire.run('l = []\nl.append(l)\nprint(l)')).error).toContain('RuntimeError')
    expect(await wire.run('print(1)')).toEqual({ output: '1\r\n', error: '' })
  })
})

describe('a hostile program', () => {
  it.each(['import js\njs.process', 'import jsffi\njsffi.to_js([1])', 'import js\njs()', 'import uctypes\nuctypes.bytearray_at(-1, 4)[0]'])(
    'does not get out, and does not end the board: %s',
    async (code) => {
      const wire = await BoardWire.start()
      await wire.send(`\x05${code.replaceAll('\n', '\r')}\r\x04`)
      await wire.until('>>> ')
      await wire.send('\x03')
      await wire.until('>>> ')
      expect(await wire.type('40 + 2')).toContain('42')
    },
  )
})
