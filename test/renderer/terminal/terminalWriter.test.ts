import { Terminal } from '@xterm/xterm'
import { describe, expect, it } from 'vitest'
import { guardEscapes } from '../../../renderer/terminal/escapeGuard'
import { TerminalWriter } from '../../../renderer/terminal/terminalWriter'
import type { OutputItem } from '../../../shared/board'

const bytes = (text: string): OutputItem => ({ kind: 'bytes', bytes: new TextEncoder().encode(text) })
const marker = (text: string): OutputItem => ({ kind: 'marker', text, tone: 'info' })

function newTerminal(): Terminal {
  return new Terminal({ allowProposedApi: true, convertEol: true, cols: 60, rows: 10 })
}

/** The lines of the screen, without the empty ones at the end. */
async function linesAfter(items: readonly OutputItem[], terminal = newTerminal()): Promise<string[]> {
  await new TerminalWriter(terminal).write(items)
  const { active } = terminal.buffer
  const lines = Array.from({ length: active.length }, (_, at) => active.getLine(at)?.translateToString(true) ?? '')
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
}

describe('what the terminal draws', () => {
  it('puts a marker on a line of its own behind a half-written line', async () => {
    expect(await linesAfter([bytes('>>> x'), marker('Run blink.py 10:43'), bytes('hello')])).toEqual([
      '>>> x',
      '── Run blink.py 10:43',
      'hello',
    ])
  })

  it('leaves no empty line between a finished line and a marker', async () => {
    expect(await linesAfter([bytes('done\r\n'), marker('Ended 4.2 s'), marker('Nothing sent')])).toEqual([
      'done',
      '── Ended 4.2 s',
      '── Nothing sent',
    ])
  })

  it('says how much was skipped', async () => {
    expect(await linesAfter([bytes('1\n'), { kind: 'skipped', lines: 12_345 }, bytes('2\n')])).toEqual([
      '1',
      '── 12,345 lines skipped',
      '2',
    ])
  })

  it('draws a marker whole when the board was cut off inside an escape sequence', async () => {
    expect(await linesAfter([bytes('a\x1b[3'), marker('Gone')])).toEqual(['a', '── Gone'])
    expect(await linesAfter([bytes('a\x1b]0;half a title'), marker('Gone')])).toEqual(['a', '── Gone'])
  })

  it('does not obey control bytes in a marker', async () => {
    expect(await linesAfter([marker('Run a\x1b[2J\r\nb.py')])).toEqual(['── Run a [2J b.py'])
  })

  it('makes no staircase of bare line feeds', async () => {
    expect(await linesAfter([bytes('a\nb\nc')])).toEqual(['a', 'b', 'c'])
  })

  it.each([1, 2, 7])('keeps UTF-8 whole in pieces of %i', async (size) => {
    const all = new TextEncoder().encode('grüße €uro 🙂 日本')
    const pieces: OutputItem[] = []
    for (let at = 0; at < all.length; at += size) pieces.push({ kind: 'bytes', bytes: all.subarray(at, at + size) })
    expect(await linesAfter(pieces)).toEqual(['grüße €uro 🙂 日本'])
  })

  it('takes a large batch in pieces, in order', async () => {
    const terminal = new Terminal({ allowProposedApi: true, convertEol: true, scrollback: 30_000, cols: 20 })
    const text = Array.from({ length: 20_000 }, (_, at) => `line ${at}`).join('\n')
    const lines = await linesAfter([bytes(text)], terminal)
    expect(lines.length).toBe(20_000)
    expect(lines[12_345]).toBe('line 12345')
  })
})

describe('what a board may not do to the terminal', () => {
  it('sets no title, and gets no answer to what it asks of the terminal', async () => {
    const terminal = newTerminal()
    const heard: string[] = []
    terminal.onTitleChange((title) => heard.push(title))
    terminal.onData((data) => heard.push(data))
    guardEscapes(terminal)
    await linesAfter(
      [bytes('\x1b]0;title\x07\x1b]2;title\x07\x1b[c\x1b[>c\x1bP$qm\x1b\\\x1b[?2026$p\x1b]10;?\x07\x1b]52;c;aGk=\x07ok')],
      terminal,
    )
    expect(heard).toEqual([])
    expect(terminal.buffer.active.getLine(0)?.translateToString(true)).toBe('ok')
  })

  it('may ask where the cursor is: editors on a board measure by it', async () => {
    const terminal = newTerminal()
    const heard: string[] = []
    terminal.onData((data) => heard.push(data))
    guardEscapes(terminal)
    await linesAfter([bytes('abc\x1b[6n')], terminal)
    expect(heard).toEqual(['\x1b[1;4R'])
  })
})
