import { describe, expect, it } from 'vitest'
import { explainError } from '../../renderer/problems/explainError'
import { parseTraceback } from '../../shared/traceback'
import { BoardWire } from '../rig/boardWire'

/** A program that fails, and what a beginner is told; each in the real firmware's own wording. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ['count = 1\nprint(conut)', /nothing is called conut here\. did you mean “count”\?/i],
  ['prnt(1)', /did you mean “print”\?/i],
  ['zzz', /nothing is called zzz here.*quotes/i],
  ['while true:\n  pass', /writes it True/],
  ['Timmer(0)', /Nothing is called Timmer/],
  ['machine.reset()', /“import machine”/],
  ['led = Pin(2)', /“from machine import Pin”/],
  ['self.x = 1', /self is known only/],
  ['def f():\n  print(y)\n  y = 1\nf()', /before it gets its value/],
  ['from machine import Pin\nPin(2).togle()', /class Pin has nothing called togle\. did you mean “toggle”\?/i],
  ['[].push(1)', /did you mean “append”/i],
  ['"a".length()', /len\(…\)/],
  ['None.foo', /None.*nothing at all.*no foo/],
  ['import time\ntime.slep(1)', /module time.*slep\. did you mean “sleep”/i],
  ['class A: pass\nA().x', /class A has nothing called x/],
]

const IMPORTS: readonly (readonly [string, RegExp])[] = [
  ['import sh1106', /library.*robert-hh\/SH1106.*folder lib/],
  ['import picozero', /raspberrypifoundation\/picozero/],
  ['import numpy', /computer/],
  ['import RPi.GPIO', /large Raspberry Pi.*from machine import Pin/],
  ['import digitalio', /CircuitPython/],
  ['import machin', /did you mean “machine”/i],
  ['import my_own_thing', /neither in its firmware nor as a file my_own_thing\.py/],
  ['from machine import Pim', /module machine has nothing called Pim\. did you mean “Pin”/i],
]

const TYPES: readonly (readonly [string, RegExp])[] = [
  ['"a" + 1', /join a text and a number/],
  ['"5" < 3', /< can’t be used between a text and a number/],
  ['None + 1', /One side of \+ is None/],
  ['[1] + 1', /\+ can’t be used between list and int/],
  ['list = [1]\nlist("ab")', /name list a value of its own on line 1/],
  ['x = 5\nx()', /x is no function.*int on line 1/],
  ['for i in 5: pass', /for i in range\(5\)/],
  ['x = 5\nx[0]', /class int has no parts/],
  ['x = "a"\nx[0] = "b"', /part of a str can’t be replaced/],
  ['len(5)', /class int has no length/],
  ['def f(a): pass\nf(1, 2)', /f\(\) wants 1 values .* got 2/],
  ['class A:\n  def f(): pass\nA().f()', /wants 0 .* got 1.*def f\(self\):/],
  ['def f(a): pass\nf(b=1)', /knows no b=/],
  ['import time\ntime.sleep("1")', /number is wanted here, and this is a text/],
  ['{[]: 1}', /list can change/],
]

const VALUES: readonly (readonly [string, RegExp])[] = [
  ['int("x")', /“x” into a whole number/],
  ['int("2.5")', /use float\(\)/],
  ['int("")', /empty text/],
  ['float("x")', /can’t be turned into a number/],
  ['a, b = 1, 2, 3', /more values than the 2 names/],
  ['a, b, c = 1, 2', /more names than values/],
  ['[1][5]', /list has no element at that place/],
  ['[].pop()', /list is empty/],
  ['{}["speed"]', /no key speed/],
  ['1 / 0', /divided by zero/],
  ['import math\nmath.sqrt(-1)', /no result for this number/],
  ['x = bytearray(10000000)', /no room left for 10000000 bytes/],
  ['def f(): f()\nf()', /calls itself again/],
  ['open("nofile.txt")', /no “nofile.txt” on the board/],
  ['name = "x.txt"\nopen(name)', /no file or folder of that name/],
  ['import os\nos.mkdir("/a")\nos.mkdir("/a")', /there already/],
  ['raise OSError(110)', /didn’t answer in time/],
  ['raise OSError(116)', /didn’t answer in time/],
  ['raise OSError(28)', /storage is full/],
  ['raise OSError(19)', /No device answered/],
  ['raise OSError(5)', /device failed/],
  ['raise OSError(-2)', /name of the other side/],
]

const SYNTAX: readonly (readonly [string, RegExp])[] = [
  ['if True\n  print(1)', /^A colon is missing at the end of “if …”\.$/],
  ['if 1 = 2:\n  pass', /write ==/],
  ['x = (1\ny = 2\n', /^Line 1: This \( is never closed\.$/],
  ["print('it's')", /doesn’t end on this line/],
  ['print "hello"', /print needs brackets: print\("hello"\)/],
  ['if True:\nprint(1)', /must be indented/],
  [' x = 1', /no block begins above/],
  ['if True:\n    x = 1\n  y = 2', /fit no line above/],
  ['if True:\n\tx = 1\n        y = 2\n    z = 3', /Tabs and spaces are mixed/],
  ['else if 1:\n  pass', /elif/],
  ['return 5', /no function/],
  ['5 = x', /must stand a name/],
  ['x = 08', /begin with 0/],
  ['goto 5', /can’t read this line/],
]

describe.each([
  ['names', NAMES],
  ['missing modules', IMPORTS],
  ['classes', TYPES],
  ['values, files and memory', VALUES],
  ['writing', SYNTAX],
])('the real board’s errors about %s', (_about, cases) => {
  it('are explained to a beginner with the names that they are about', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    for (const [program, expected] of cases) {
      const { error } = await wire.run(`for _ in sorted(globals()):\n if _[0] != '_': del globals()[_]\n`)
      expect(error).toBe('')
      const ended = await wire.run(program)
      const traceback = parseTraceback(ended.error)
      const line = traceback?.frames.findLast(({ file }) => file === '<stdin>')?.line
      expect(line, program).toBeDefined()
      const words = explainError(`${traceback?.exception}: ${traceback?.message}`, { text: program, line: line ?? 0 })
      expect(words, `${program}\n${ended.error}`).toMatch(expected)
    }
  })
})
