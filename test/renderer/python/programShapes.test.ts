import { describe, expect, it } from 'vitest'
import { endlessLoop } from '../../../renderer/python/endlessLoop'
import { inputCalls } from '../../../renderer/python/inputCalls'

describe('a program that would keep the board busy for ever', () => {
  it.each([
    ['while True:\n    pass', 1],
    ['x = 1\nwhile 1: x += 1', 2],
    ['while True:\n    led.toggle()\n    if x:\n        y = 1\nz', 1],
    ['if x:\n    while True:\n        led.on()', 2],
    ['def f():\n    return 1\nwhile True:\n    f()', 3],
  ])('is noticed in %j', (text, line) => {
    expect(endlessLoop(text)).toBe(line)
  })

  it.each([
    'while True:\n    time.sleep(1)',
    'while True:\n    print(1)',
    'while True:\n    if x:\n        break',
    'while True:\n    led.toggle()\n    await asyncio.sleep_ms(5)',
    'while x:\n    pass',
    'def loop():\n    while True:\n        pass',
    'class A:\n    def f(self):\n        if 1:\n            while True:\n                pass',
    'while True:\n    machine.lightsleep(100)',
    'while True:\n    data = uart.read()',
    '# while True:\nx = "while True:"',
    'while True and x:\n    pass',
    'while (',
  ])('is not seen in %j', (text) => {
    expect(endlessLoop(text)).toBeNull()
  })
})

describe('where a program waits for typing', () => {
  it('is every call of input(), and whether it says so', () => {
    const text =
      'name = input("Who? ")\nwhile True:\n    x = input()\n# input()\ny = "input()"\nsensor.input()\ndef input(): pass\ninput = 5'
    expect(inputCalls(text)).toEqual([
      { line: 1, hasPrompt: true },
      { line: 3, hasPrompt: false },
    ])
  })
})
