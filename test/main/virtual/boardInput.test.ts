import { describe, expect, it } from 'vitest'
import { BoardInput } from '../../../main/virtual/boardInput'
import { type BoardLink, createLink } from '../../../main/virtual/boardLink'
import { ByteRing } from '../../../main/virtual/byteRing'
import { INTERRUPT_CHAR } from '../../../main/virtual/firmware'
import { InterruptLine } from '../../../main/virtual/interruptLine'
import { FakeClock } from '../../rig/fakeClock'

const bytes = (of: string): Uint8Array => Buffer.from(of, 'latin1')

interface Bench {
  input: BoardInput
  line: InterruptLine
  clock: FakeClock
  /** What the board would read. */
  read: () => string
  setInterruptChar: (char: number) => void
}

function bench(interruptChar: number): Bench {
  const link: BoardLink = createLink()
  const memory = new SharedArrayBuffer(262_144)
  const words = new Int32Array(memory)
  const line = new InterruptLine(memory)
  const clock = new FakeClock()
  const input = new BoardInput(link, clock)
  words[INTERRUPT_CHAR / 4] = interruptChar
  input.update(line)
  return {
    input,
    line,
    clock,
    read: () => Buffer.from(new ByteRing(link.input).takeAll(10_000)).toString('latin1'),
    setInterruptChar: (char) => (words[INTERRUPT_CHAR / 4] = char),
  }
}

describe('what is sent to the board', () => {
  it('is handed on as it is when no program runs', async () => {
    const { input, line, read } = bench(-1)
    await input.write(bytes('a\x03b'))
    expect(read()).toBe('a\x03b')
    expect(line.pending).toBe(false)
  })

  it('interrupts a running program; what came before is dropped, what comes after is kept', async () => {
    const { input, line, read } = bench(3)
    await input.write(bytes('old'))
    await input.write(bytes('more\x03\x03\r\x01'))
    expect(line.pending).toBe(true)
    expect(read()).toBe('\r\x01')
  })

  it('interrupts although the board takes nothing', async () => {
    const { input, line, read } = bench(3)
    const flood = input.write(bytes('x'.repeat(5_000)))
    expect(input.waitingBytes).toBe(5_000)
    await input.write(bytes('\x03y'))
    await flood
    expect(line.pending).toBe(true)
    expect(read()).toBe('y')
  })

  it('interrupts a program that it was sent together with, once that runs', async () => {
    const { input, line, clock, setInterruptChar, read } = bench(-1)
    await input.write(bytes('while True: pass\r\x03z'))
    await clock.advance(20)
    expect(line.pending).toBe(false)
    setInterruptChar(3)
    await clock.advance(20)
    expect(line.pending).toBe(true)
    expect(read()).toBe('z')
  })

  it('interrupts a program that it was sent together with, though more came before it than the board can hold', async () => {
    const { input, line, clock, setInterruptChar } = bench(-1)
    const flood = input.write(bytes('x'.repeat(5_000)))
    const interrupt = input.write(bytes('\x03'))
    setInterruptChar(3)
    await clock.advance(20)
    await Promise.all([flood, interrupt])
    expect(line.pending).toBe(true)
  })

  it('is refused when the board loses its power while it waits', async () => {
    const { input } = bench(-1)
    const waiting = input.write(bytes('x'.repeat(5_000)))
    input.dispose()
    await expect(waiting).rejects.toMatchObject({ code: 'port-gone' })
  })
})
