/** One figure of a bench, and what it is to reach. */
export interface Measure {
  name: string
  value: number
  /** The least and the most of the rounds that the value is the middle of. */
  range?: readonly [number, number]
  unit: 'ms' | 'ratio' | 'share' | 'KB/s' | 'times'
  /** What else was measured with it. */
  facts?: Readonly<Record<string, number>>
  atMost?: number
  atLeast?: number
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The value in the middle, and how far the others lie from it. */
export function middle(values: readonly number[]): { value: number; range: readonly [number, number] } {
  return { value: median(values), range: [Math.min(...values), Math.max(...values)] }
}

/** True when a figure misses what it is to reach. */
export function misses({ value, atMost = Infinity, atLeast = -Infinity }: Measure): boolean {
  return !(value <= atMost && value >= atLeast)
}
