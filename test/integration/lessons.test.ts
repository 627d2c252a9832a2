import { describe, expect, it } from 'vitest'
import type { Seen } from '../../renderer/lessons/lesson'
import { lessonOf, LESSONS } from '../../renderer/lessons/lessons'
import { BoardWire } from '../rig/boardWire'

/** What somebody does in a lesson while its program runs, and the one thing to change in it. */
interface Doing {
  /** What the program prints by itself, and after that is done. */
  prints: string
  touch?: (wire: BoardWire) => void
  then?: string
  change?: [from: string, to: string]
}

const DOING: Readonly<Record<string, Doing>> = {
  blink: { prints: 'led: 1\r\nled: 0\r\n', change: ['sleep(0.5)', 'sleep(0.1)'] },
  countdown: { prints: '\r\n1\r\nGo!\r\n', change: ['start = 5', 'start = 10'] },
  button: {
    prints: '',
    touch: ({ hardware }) => hardware.setInputs({ buttonA: true }),
    then: 'pressed: 1\r\n',
    change: ['Pin(15', 'Pin(2'],
  },
  light: {
    prints: 'light: 60\r\nlight: 60\r\nlight: 60\r\n',
    touch: ({ hardware }) => hardware.setInputs({ light: 0.25 }),
    then: 'light: 2',
    change: ['0.1', '0.02'],
  },
  knob: {
    prints: 'level: 32',
    touch: ({ hardware }) => hardware.setInputs({ knob: 0.25 }),
    then: 'level: 16',
    change: ['duty_u16(level)', 'duty_u16(65535 - level)'],
  },
  keep: { prints: 'beat: 1\r\nbeat: 2\r\n' },
}

/** Runs a program as the lesson says, and answers what its steps are told from. */
async function follow({ prints, touch, then = '' }: Doing, program: string): Promise<Seen> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  await wire.send(`${program}\x04`)
  await wire.until('OK')
  const seen: string[] = [await wire.until(prints)]
  touch?.(wire)
  seen.push(await wire.until(then))
  await wire.send('\x03')
  const rest = await wire.until('\x04>')
  expect(rest.replaceAll('KeyboardInterrupt', '')).not.toMatch(/Error/)
  return { program, output: seen.join('').replaceAll('\r', ''), stopped: true, hasMain: false }
}

describe('on the virtual board, doing what the lesson says ticks it off', () => {
  it.each(LESSONS.map(({ id, title }) => ({ id, title })))('$title', async ({ id }) => {
    const { program, steps } = lessonOf(id)
    const doing = DOING[id]
    if (doing === undefined) throw new Error(`Nobody says what is done in ${id}`)
    const first = await follow(doing, program)
    expect(steps.find((step) => step.id === 'run')?.done(first), first.output).toBe(true)
    if (doing.change === undefined) return
    const second = await follow(doing, program.replace(...doing.change))
    expect(steps.find((step) => step.id === 'change')?.done(first)).toBe(false)
    expect(steps.find((step) => step.id === 'change')?.done(second), second.output).toBe(true)
  })
})
