import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../main/protocol/fileReading'
import { type BoardFilesRig, boardFilesRig, noise } from '../rig/boardFilesRig'

const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value)
const source = ['_asyncio_core', '_pins', 'socket', 'machine', 'requests', 'ssd1306', '_pwm']
  .map((name) => readFileSync(path.join(import.meta.dirname, `../../main/virtual/rom/${name}.py`), 'utf8'))
  .join('')

/** What looks like the end of a transfer, of a program or of the board. */
const disguise = Buffer.from(
  [
    'raw REPL; CTRL-B to exit\r\n>',
    '\x04\x04>',
    '\x1eK0' + '0000'.repeat(6),
    'MPY: soft reboot\r\nMicroPython v1.27.0\r\nType "help()" for more information.\r\n>>> ',
    '\x06\x10\x03\x0a\x0d\x11\x13\x1e',
  ]
    .join('x')
    .repeat(60),
  'latin1',
)

/** What every way of moving files has to carry. */
const contents: [string, Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['every byte value', new Uint8Array([...everyByte, ...everyByte.toReversed()])],
  ['what must be escaped, and nothing else', new Uint8Array(9_000).map((_, at) => [3, 4, 10, 13, 16, 30][at % 6] ?? 0)],
  ['what looks like the end of everything', disguise],
  ['source', Buffer.from(source)],
  ['noise', noise(20_000)],
]

const ways = [
  ['an agent that expands by deflate', {}],
  ['an agent without compression', { inflate: undefined }],
  ['text in base64', { hasBinaryInput: false, encoding: 'base64' as const }],
  ['text in base64 without compression', { hasBinaryInput: false, encoding: 'base64' as const, inflate: undefined }],
  ['text in hexadecimal', { hasBinaryOutput: false, encoding: 'hex' as const }],
  ['text without binascii', { hasCrc32: false, hasBinascii: false, encoding: 'plain' as const }],
] as const

let rig: BoardFilesRig
const undone: (() => Promise<void>)[] = []

beforeAll(async () => {
  rig = await boardFilesRig({ finally: (undo) => undone.unshift(undo) })
})

afterEach(async () => {
  await rig.files.remove((await rig.files.list('/')).map((entry) => entry.path))
})

afterAll(async () => {
  for (const undo of undone) await undo()
})

describe.each(ways)('over %s', (_, features) => {
  it.each(contents)('a file of %s comes back as it was', async (_name, bytes) => {
    const files = rig.as(features)
    expect(await files.writeFile('/odd name ü.bin', bytes)).toEqual({
      path: '/odd name ü.bin',
      size: bytes.length,
      sha256: sha256Of(bytes),
      proven: true,
    })
    expect(Buffer.compare(await files.readFile('/odd name ü.bin'), bytes)).toBe(0)
    expect((await files.list('/')).map(({ name, size }) => [name, size])).toEqual([['odd name ü.bin', bytes.length]])
  })
})

describe('what a transfer costs on the line', () => {
  it('noise: at most 1.05 bytes a byte, both ways', async () => {
    const { files, line } = rig
    const bytes = noise(200_000)
    line.begin()
    await files.writeFile('/a', bytes)
    expect((line.sent + line.received) / bytes.length).toBeLessThan(1.05)
    line.begin()
    await files.readFile('/a')
    expect((line.sent + line.received) / bytes.length).toBeLessThan(1.05)
  })

  it('source: two and a half times less than it is', async () => {
    const { files, line } = rig
    await files.writeFile('/first', noise(10))
    line.begin()
    await files.writeFile('/a.py', Buffer.from(source))
    expect(source.length / line.sent).toBeGreaterThan(2.5)
  })

  it('many small files: one round trip each, once the agent is there', async () => {
    const { files, line } = rig
    await files.writeFile('/first', noise(10))
    line.begin()
    for (let index = 0; index < 20; index += 1) await files.writeFile(`/f${index}`, noise(4_096, index))
    expect(line.turns).toBe(20)
  })

  it('noise as text: at most 1.40 bytes a byte, both ways', async () => {
    const files = rig.as({ hasBinaryInput: false, encoding: 'base64' })
    // This board's base64 is written in Python, and slow.
    const bytes = noise(80_000)
    rig.line.begin()
    await files.writeFile('/a', bytes)
    expect((rig.line.sent + rig.line.received) / bytes.length).toBeLessThan(1.4)
    const less = noise(24_000)
    await rig.files.writeFile('/b', less)
    rig.line.begin()
    await files.readFile('/b')
    expect((rig.line.sent + rig.line.received) / less.length).toBeLessThan(1.45)
  })

  it('source as text: less than it is, where the board can expand it', async () => {
    rig.line.begin()
    await rig.as({ hasBinaryInput: false, encoding: 'base64' }).writeFile('/a.py', Buffer.from(source))
    expect(source.length / rig.line.sent).toBeGreaterThan(1.5)
  })

  it('never sends Ctrl-C, Ctrl-D or a line end inside a file', async () => {
    const { files, line } = rig
    await files.writeFile('/first', noise(10))
    line.begin()
    await files.writeFile(
      '/a',
      new Uint8Array(50_000).map((_, at) => [3, 4, 10, 13, at][at % 5] ?? 0),
    )
    expect(line.text).not.toMatch(/[\x03\x04\n\r]/)
  })
})
