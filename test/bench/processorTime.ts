import { readdirSync, readFileSync } from 'node:fs'

/** What the system counts processor time in, a second; the same on every Linux that Node runs on. */
const TICKS = 100

interface ProcessTimes {
  parent: number
  ticks: number
}

/** Seconds of processor time that a process and all of its descendants have used so far. Linux only. */
export function processorSeconds(root: number): number {
  const all = new Map<number, ProcessTimes>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const times = timesOf(name)
    if (times !== null) all.set(Number(name), times)
  }
  let ticks = 0
  for (const [pid, times] of all) if (descends(pid, root, all)) ticks += times.ticks
  return ticks / TICKS
}

function timesOf(pid: string): ProcessTimes | null {
  try {
    // The name, in brackets, may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return null // it has ended
  }
}

function descends(pid: number, root: number, all: ReadonlyMap<number, ProcessTimes>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 0; at = all.get(at)?.parent) if (at === root) return true
  return false
}
