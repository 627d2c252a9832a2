// Runs the benches named on the command line, or all, and prints their figures: as a table, or with --json for machines.
import { parseArgs } from 'node:util'
import { blinking } from './blinking'
import { type Measure, misses } from './measure'
import { startToTyping } from './startToTyping'

const benches: Readonly<Record<string, () => Promise<Measure[]>>> = { startToTyping, blinking }

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
  const { name, value, range, atMost, atLeast } = measure
  const spread = range === undefined ? '' : `(${shown(range[0], measure)} to ${shown(range[1], measure)})`
  const limit = atMost === undefined ? (atLeast === undefined ? '' : `at least ${atLeast}`) : `at most ${atMost}`
  return `${name.padEnd(52)} ${shown(value, measure).padStart(10)}  ${spread.padEnd(24)} ${limit}${misses(measure) ? '  MISSED' : ''}`
}

function shown(value: number, { unit }: Measure): string {
  return unit === 'ms' ? `${value.toFixed(0)} ms` : unit === 'share' ? `${(value * 100).toFixed(1)} %` : value.toFixed(2)
}
