import type { LineTiming } from './link/lineTiming'
import type { Measure } from './measure'
import type { Cost } from './transferRun'

const KB = 1_024

/** Each work with its speed, or its time where nothing was moved, and beside it what went over the wire. */
export function costMeasures(line: string, costs: ReadonlyMap<string, Cost>, timing: LineTiming | undefined): Measure[] {
  return [...costs].map(([work, cost]) => {
    const { payload, ms, sent, received, roundTrips, windows } = cost
    const talk = { 'round trips': roundTrips, windows }
    const name = `${line}: ${work}`
    if (payload === 0) return { name, value: ms, unit: 'ms', facts: { sent, received, ...talk } }
    const share: Record<string, number> = timing === undefined ? {} : { 'of the line': payload / ms / timing.rate }
    const facts = { 'sent a byte': sent / payload, 'received a byte': received / payload, ...talk, ...share }
    return { name, value: (payload / KB / ms) * 1_000, unit: 'KB/s', facts }
  })
}

/** How much of what the line carries were bytes of the file; more than all of it where they were compressed. */
export function shareOfLine(name: string, cost: Cost | undefined, timing: LineTiming, atLeast: number): Measure {
  const { payload, ms } = known(cost)
  return { name: `${name}, share of the line`, value: payload / ms / timing.rate, unit: 'share', atLeast }
}

/** All bytes on the wire, both ways, for each of the file. */
export function wireBytes(name: string, cost: Cost | undefined, atMost: number): Measure {
  const { payload, sent, received } = known(cost)
  return { name: `${name}, wire bytes a byte`, value: (sent + received) / payload, unit: 'ratio', atMost }
}

/** Round trips for each of so many things: at most two. Windows of raw-paste mode are not among them; see `Traffic`. */
export function roundTrips(name: string, cost: Cost | undefined, things: number): Measure {
  return { name, value: known(cost).roundTrips / things, unit: 'times', atMost: 2 }
}

/** What work that was done so often costs each time, beyond the time that its bytes take on the line: at most a millisecond. */
export function beyondWire(name: string, cost: Cost | undefined, times: number, wireMs: (cost: Cost) => number): Measure {
  const all = known(cost)
  return { name: `${name} beyond the wire’s time`, value: (all.ms - wireMs(all)) / times, unit: 'ms', atMost: 1 }
}

function known(cost: Cost | undefined): Cost {
  if (cost === undefined) throw new Error('This was not measured')
  return cost
}
