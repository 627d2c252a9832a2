import { setTimeout as passed } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'
import { type Chance, chanceFrom, someProgram } from './virtualPrograms'

const LIMIT_MS = 15_000
const PROGRAMS_A_SEED = 80
/** Low thresholds have garbage collected as often as can be; the third is none of the program's own. */
const THRESHOLDS = ['import gc\ngc.threshold(64)\n', 'import gc\ngc.threshold(2000)\n', '']

/** Runs a program over and over, stops it with Ctrl-C at some moment, and sees whether the board is still in its right mind. */
async function interrupt(wire: BoardWire, source: string, chance: Chance): Promise<void> {
  await wire.send(`while True:\n ${source.trim().replaceAll('\n', '\n ')}\n\x04`)
  await wire.until('OK')
  await passed(chance(25))
  await wire.send('\x03')
  expect(await wire.until('\x04>')).toContain('KeyboardInterrupt')
  expect(await wire.run('print(6 * 7)')).toEqual({ output: '42\r\n', error: '' })
}

async function softReset(wire: BoardWire): Promise<void> {
  await wire.send('\x04')
  await wire.until('exit\r\n>')
}

describe('programs of many kinds', () => {
  it.each([1, 2])('compute what they should, with interrupts and resets between them (seed %i)', async (seed) => {
    const chance = chanceFrom(seed)
    const wire = await BoardWire.start()
    await wire.enterRaw()
    for (let i = 0; i < PROGRAMS_A_SEED; i++) {
      const { name, source } = someProgram(chance)
      const program = `${THRESHOLDS[chance(THRESHOLDS.length)] ?? ''}${source}`
      if (name.startsWith('memory')) await softReset(wire) // it needs all of it
      const interrupts = chance(4) === 0
      if (interrupts) await interrupt(wire, program, chance)
      else {
        const { output, error } = await wire.run(program, LIMIT_MS)
        expect({ i, name, error, end: output.slice(-6) }).toEqual({ i, name, error: '', end: 'fine\r\n' })
      }
      // What an interrupted program has left in the memory may be all of it.
      if (!interrupts && chance(5) > 0) continue
      await softReset(wire)
    }
  })
})
