// Runs the benches named on the command line, or all, and prints their figures: as a table, or with --json for machines.
import { parseArgs } from 'node:util'
import { blinking } from './blinking'
import { type Measure, misses } from './measure'
import { startToTyping } from './startToTyping'
import { transfers } from './transfers'
import { transfersBesideMpremote } from './transfersBesideMpremote'

const benches: Readonly<Record<string, () => Promise<Measure[]>>> = { startToTyping, blinking, transfers, transfersBesideMpremote }

const { values: options, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
const names = positionals.length > 0 ? positionals : Object.keys(benches)
const measures: Measure[] = []
for (const name of names) {
  const bench = benches[name]
  if (bench === undefined) throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}`)
  measures.push(...(await bench()))
}
if (options.json) console.log(JSON.stringify({ measures: measures.map((measure) => ({ ...measure, missed: misses(measure) })) }, null, 2))
else for (const measure of measures) console.log(line(measure))
process.exitCode = measures.some(misses) ? 1 : 0

function line(measure: Measure): string {
  const { name, value, range, facts, atMost, atLeast } = measure
  const beside = Object.entries(facts ?? {}).map(([what, number]) => `${what} ${Number(number.toFixed(3))}`)
  const spread = range === undefined ? beside.join(', ') : `(${shown(range[0], measure)} to ${shown(range[1], measure)})`
  const limit = atMost === undefined ? (atLeast === undefined ? '' : `at least ${atLeast}`) : `at most ${atMost}`
  return `${name.padEnd(66)} ${shown(value, measure).padStart(10)}  ${spread.padEnd(24)} ${limit}${misses(measure) ? '  MISSED' : ''}`
}

function shown(value: number, { unit }: Measure): string {
  switch (unit) {
    case 'ms':
      return `${value.toFixed(value < 10 ? 2 : 0)} ms`
    case 'share':
      return `${(value * 100).toFixed(1)} %`
    case 'KB/s':
      return `${value.toFixed(1)} KB/s`
    case 'times':
      return String(value)
    case 'ratio':
      return value.toFixed(2)
  }
}
