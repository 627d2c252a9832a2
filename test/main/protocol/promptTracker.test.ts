import { describe, expect, it } from 'vitest'
import { KnownPrompts } from '../../../main/protocol/knownPrompts'
import { PromptTracker } from '../../../main/protocol/promptTracker'

function follow(text: string, cut = 4096): PromptTracker {
  const tracker = new PromptTracker()
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += cut) tracker.feed(bytes.subarray(at, at + cut))
  return tracker
}

describe('PromptTracker', () => {
  it.each([
    ['MicroPython v1.27\r\nType "help()" for more information.\r\n>>> ', 'prompt', ''],
    ['>>> led.on', 'prompt', 'led.on'],
    ['>>> if x:\r\n...     pri', 'continuation', '    pri'],
    ['paste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== a = 1', 'paste', 'a = 1'],
    ['>>> run()\r\n', 'unknown', ''],
    ['>>> run()\r\ncounting >>> ', 'unknown', ''],
    ['', 'unknown', ''],
  ] as const)('knows what %j stands for', (text, mode, typed) => {
    for (const cut of [1, 2, 7, 4096]) {
      const tracker = follow(text, cut)
      expect([tracker.mode, tracker.typed, tracker.atPrompt]).toEqual([mode, typed, mode === 'prompt'])
    }
  })

  it.each([
    ['a deleted character', '>>> abc\b\x1b[K', 'ab'],
    ['a line taken from history over another', '>>> long line\x1b[9D\x1b[Kx=1', 'x=1'],
    ['text put in the middle', '>>> ad\bcd\b', 'acd'],
    ['the cursor moved and back', '>>> abc\x1b[2D\x1b[2C!', 'abc!'],
    ['letters of other alphabets', ">>> x='жук'", "x='жук'"],
    ['colours', '>>> \x1b[31mred\x1b[0m', 'red'],
  ])('keeps the typed text through %s', (_, text, typed) => {
    for (const cut of [1, 2, 7, 4096]) expect(follow(text, cut).typed).toBe(typed)
  })

  it('is not harmed by endless lines, broken sequences or bytes that are no text', () => {
    const tracker = new PromptTracker()
    tracker.feed(Buffer.alloc(200_000, 'x'))
    tracker.feed(Buffer.from(`\x1b[${'9'.repeat(1_000)}C\xff\xfe\x00`, 'latin1'))
    expect(tracker.atPrompt).toBe(false)
    tracker.feed(Buffer.from('\r\n>>> ok'))
    expect(tracker.typed).toBe('ok')
  })

  it('takes a prompt that was learned, and still the usual one', () => {
    const prompts = new KnownPrompts()
    const tracker = new PromptTracker(prompts)
    tracker.feed(Buffer.from('\r\n--> led.on'))
    expect(tracker.mode).toBe('unknown')
    prompts.note('--> ')
    expect([tracker.mode, tracker.prompt, tracker.typed]).toEqual(['prompt', '--> ', 'led.on'])
    tracker.feed(Buffer.from('\r\n>>> x'))
    expect([tracker.atPrompt, tracker.typed]).toEqual([true, 'x'])
  })

  it('forgets on reset', () => {
    const tracker = follow('>>> x')
    tracker.reset()
    expect(tracker.mode).toBe('unknown')
  })
})
