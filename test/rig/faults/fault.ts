import type { Chance } from './chance'
import { expectedBytes, type Operation } from './operation'

/** `up`: from the computer to the board; `down`: from the board. */
export type Way = 'up' | 'down'

/** What happens on the wire when the byte `at` (counted from the beginning of the work, in its direction) comes by. */
export type Fault = { way: Way; at: number } & (
  | { kind: 'drop'; count: number }
  /** `kept`: those of the bytes that have passed once. */
  | { kind: 'double'; count: number; kept?: number[] }
  /** The bytes from `at` on are changed by these bits. */
  | { kind: 'corrupt'; bits: number[] }
  /** One byte of so many is another, at places that the numbers say. */
  | { kind: 'noise'; gaps: number[]; bits: number[] }
  | { kind: 'delay'; ms: number }
  /** Nothing passes any more until the faults end. `isTaken`: the system still takes what is written. */
  | { kind: 'stall'; isTaken: boolean }
  /** So many bytes come one by one. */
  | { kind: 'split'; count: number }
  /** A program in the background prints. */
  | { kind: 'print'; text: string }
  /** The port vanishes. `isPowered`: the board goes on. */
  | { kind: 'unplug'; isPowered: boolean }
  | { kind: 'reset' }
  /** The user calls it off. */
  | { kind: 'cancel' }
)

const PRINTS: readonly [string, ...string[]] = [
  'tick\r\n',
  '~E 612e7079 0 3\r\n',
  '~.\r\n',
  '~N\r\n',
  'OK',
  '\u0004',
  '\u0004\u0004>',
  '>',
  '\u0001',
  'Traceback (most recent call last):\r\n  File "<stdin>", line 1\r\nOSError: 28\r\n',
  '>>> ',
]

/** One to three faults where the operation's bytes pass; one time in twenty none, which shows that the rig itself does no harm. */
export function faultsOf(chance: Chance, operation: Operation): Fault[] {
  if (chance.percent(5)) return []
  const count = chance.pick([1, 1, 1, 2, 2, 3])
  const faults = Array.from({ length: count }, () => faultOf(chance, operation))
  return faults.sort((a, b) => a.at - b.at)
}

function faultOf(chance: Chance, operation: Operation): Fault {
  const way = chance.pick<Way>(['up', 'up', 'up', 'down', 'down'])
  // Half of them early, where the commands are, half of them anywhere.
  const expected = expectedBytes(operation)[way]
  const at = chance.between(0, chance.percent(30) ? Math.min(400, expected) : expected)
  const kind = chance.weighted({
    drop: 12,
    double: 10,
    corrupt: 18,
    noise: 8,
    delay: 6,
    stall: 8,
    split: 4,
    print: 8,
    unplug: 12,
    reset: 8,
    cancel: 6,
  })
  switch (kind) {
    case 'drop':
    case 'double':
      return { way, at, kind, count: chance.pick([1, 1, 2, 7, 64, 128]) }
    case 'corrupt':
      return { way, at, kind, bits: Array.from({ length: chance.pick([1, 1, 1, 2, 4]) }, () => bitsOf(chance)) }
    case 'noise':
      return {
        way,
        at,
        kind,
        gaps: Array.from({ length: 12 }, () => chance.between(1, chance.pick([60, 600, 2_000]))),
        bits: Array.from({ length: 12 }, () => bitsOf(chance)),
      }
    case 'delay':
      return { way, at, kind, ms: chance.pick([5, 60, 300, 900, 2_500, 6_000, 11_000]) }
    case 'stall':
      return { way, at, kind, isTaken: chance.percent(50) }
    case 'split':
      return { way, at, kind, count: chance.pick([16, 200, 1_000]) }
    case 'print':
      return { way: 'down', at: way === 'down' ? at : chance.between(0, expectedBytes(operation).down), kind, text: chance.pick(PRINTS) }
    case 'unplug':
      return { way, at, kind, isPowered: chance.percent(50) }
    case 'reset':
    case 'cancel':
      return { way, at, kind }
  }
}

/** Mostly a single bit, as a disturbed line has it; else any other byte. */
function bitsOf(chance: Chance): number {
  return chance.percent(60) ? 1 << chance.between(0, 7) : chance.between(1, 255)
}

/** A fault in a few words. */
export function describeFault(fault: Fault): string {
  const { way, at, kind, ...rest } = fault
  return `${kind} ${way} at ${at} ${JSON.stringify(rest)}`
}
