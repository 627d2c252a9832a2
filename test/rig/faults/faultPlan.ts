import { Chance } from './chance'
import { type Fault, faultsOf, describeFault } from './fault'
import { type BoardTree, type Operation, describeOperation, operationOf, treeOf } from './operation'
import { type Variant, VARIANTS } from './variants'

/** Everything that one run does, made of its seed alone. */
export interface FaultPlan {
  seed: number
  /** What the board's firmware can't do. */
  variant: Variant
  /** The files that the board has at first. */
  before: BoardTree
  operation: Operation
  /** A program runs when the work is asked for. */
  isRunning: boolean
  /** Bytes of heap that are left free, where the memory is limited. */
  freeHeap: number | undefined
  /** Blocks of 4 KB that are left free, where the disk is filled. */
  freeBlocks: number | undefined
  faults: Fault[]
}

const WEIGHTS: Readonly<Record<Variant, number>> = {
  full: 50,
  noHash: 8,
  noRename: 5,
  renameRefuses: 6,
  noStatvfs: 3,
  noStdin: 8,
  noBinascii: 4,
  noDeflate: 4,
  rawOnly: 8,
  flat: 4,
}

/** The plan of a seed: a whole number of 32 bits. */
export function planOf(seed: number): FaultPlan {
  // Neighbouring seeds begin alike; a few steps take them apart.
  const chance = new Chance(Math.imul(seed, 0x9e3779b1))
  const variant = chance.weighted(WEIGHTS)
  const before = treeOf(chance, VARIANTS[variant].isFlat)
  const operation = operationOf(chance, before, VARIANTS[variant].isFlat)
  const isRunning = chance.percent(15)
  const freeHeap = chance.percent(8) ? chance.between(12, 48) * 1_024 : undefined
  const freeBlocks = chance.percent(8) ? chance.between(0, 12) : undefined
  return { seed, variant, before, operation, isRunning, freeHeap, freeBlocks, faults: faultsOf(chance, operation) }
}

/** A plan in a line for people. */
export function describePlan({ seed, variant, operation, isRunning, freeHeap, freeBlocks, faults }: FaultPlan): string {
  const parts = [
    `seed ${seed}`,
    variant,
    describeOperation(operation),
    ...(isRunning ? ['a program runs'] : []),
    ...(freeHeap === undefined ? [] : [`${freeHeap} bytes of heap free`]),
    ...(freeBlocks === undefined ? [] : [`${freeBlocks} blocks free`]),
    ...faults.map(describeFault),
  ]
  return parts.join(' · ')
}
