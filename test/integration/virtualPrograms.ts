import { PROGRAMS } from './virtualProgramTexts'

/** Whole numbers below a limit, the same sequence for the same seed. */
export type Chance = (limit: number) => number

/** The mulberry32 generator: enough for tests, and the same everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** A program of any kind, in one of several shapes: at the top, in a function, in a generator, in a method, as a callback of a sort. */
export function someProgram(chance: Chance): { name: string; source: string } {
  const names = Object.keys(PROGRAMS)
  const name = names[chance(names.length)] ?? ''
  const n = 4 + chance([20, 60, 120][chance(3)] ?? 1)
  const body = (PROGRAMS[name] as (n: number) => string)(n).trim()
  // A sort cannot be disturbed by a collection of garbage, and the program that fills the memory needs one.
  const shape = chance(name === 'memory' ? 5 : 6)
  const inner = body.includes('global ') || name === 'imports' ? '' : body.replaceAll('\n', '\n  ')
  if (inner === '' || shape < 2) return { name, source: `${body}\nprint('fine')\n` }
  const shapes = [
    `def run():\n  ${inner}\nrun()\n`,
    `def run():\n  ${inner}\n  yield 1\nfor _ in run(): pass\n`,
    `class Runner:\n def __init__(self, n):\n  self.n = [n]\n  ${inner}\nRunner(5)\n`,
    `def run(_):\n  ${inner}\n  return 1\nsorted([[3], [1]], key=run)\n`,
  ]
  return { name: `${name}/${shape}`, source: `${shapes[shape - 2] ?? ''}print('fine')\n` }
}
