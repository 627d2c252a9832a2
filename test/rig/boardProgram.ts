import { expect } from 'vitest'
import type { DisplayState, Hardware, PinState } from '../../shared/hardware'
import { BoardWire } from './boardWire'

/** What a program that has run on the virtual board has printed, and what the board shows after it. */
export interface ProgramRun {
  wire: BoardWire
  lines: string[]
  hardware: Hardware
}

/** A board that was just switched on, at the raw prompt. */
export async function rawBoard(): Promise<BoardWire> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  return wire
}

/** Runs a program that ends; returns the lines that it prints. */
export async function linesOf(wire: BoardWire, code: string): Promise<string[]> {
  const { output, error } = await wire.run(code)
  expect(error).toBe('')
  return output.trim().split('\r\n')
}

/** Runs a program to its end on a board that was just switched on, or on one that is at the raw prompt. It must not fail. */
export async function runProgram(source: string, on?: BoardWire): Promise<ProgramRun> {
  const wire = on ?? (await rawBoard())
  const { output, error } = await wire.run(source, 20_000)
  expect(error).toBe('')
  return { wire, lines: output.trimEnd().split('\r\n'), hardware: wire.hardware.get() }
}

/** What the board shows of a pin. */
export function pinOf({ hardware }: Pick<ProgramRun, 'hardware'>, id: number): PinState | undefined {
  return hardware.state.pins.find((pin) => pin.id === id)
}

/** What the display shows; fails when there is none. */
export function displayOf({ hardware }: Pick<ProgramRun, 'hardware'>): DisplayState {
  const { display } = hardware.state
  if (display === null) throw new Error('The board shows no display')
  return display
}

/** The dots of a part of the display, a line of text each row: `#` lights. */
export function dotsOf(display: DisplayState, x: number, y: number, width: number, height: number): string[] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => (isLit(display, x + column, y + row) ? '#' : '.')).join(''),
  )
}

function isLit({ width, picture }: DisplayState, x: number, y: number): boolean {
  return (((picture[(y >> 3) * width + x] ?? 0) >> (y & 7)) & 1) === 1
}

const FIRST_CHARACTER = 0x20
const CHARACTERS = 95
const CHARACTER_DOTS = 8

/** The firmware's own letters: what each looks like, drawn by the board into memory and printed. */
export async function readFont(wire: BoardWire): Promise<ReadonlyMap<string, string>> {
  const { output } = await wire.run(
    [
      'import framebuf, binascii',
      'b = bytearray(8)',
      'f = framebuf.FrameBuffer(b, 8, 8, framebuf.MONO_VLSB)',
      `for i in range(${FIRST_CHARACTER}, ${FIRST_CHARACTER + CHARACTERS}):`,
      '  f.fill(0)',
      '  f.text(chr(i), 0, 0)',
      '  print(binascii.hexlify(b).decode())',
    ].join('\n'),
  )
  const looks = output.trimEnd().split('\r\n')
  expect(new Set(looks).size).toBe(CHARACTERS)
  return new Map(looks.map((look, i) => [look, String.fromCharCode(FIRST_CHARACTER + i)]))
}

/** Reads letters off the display, from the upper left corner of the first one on; `?` where the dots are none. */
export function textOn(display: DisplayState, font: ReadonlyMap<string, string>, x: number, y: number, length: number): string {
  return Array.from({ length }, (_, i) => font.get(lookAt(display, x + CHARACTER_DOTS * i, y)) ?? '?').join('')
}

function lookAt(display: DisplayState, x: number, y: number): string {
  const bytes = Array.from({ length: CHARACTER_DOTS }, (_, column) =>
    Array.from({ length: CHARACTER_DOTS }, (__, row) => (isLit(display, x + column, y + row) ? 1 << row : 0)).reduce((a, b) => a | b, 0),
  )
  return Buffer.from(bytes).toString('hex')
}
