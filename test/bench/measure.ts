/** One figure of a bench, and what it is to reach. */
export interface Measure {
  name: string
  value: number
  unit: 'ms' | 'ratio' | 'share'
  atMost?: number
  atLeast?: number
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** True when a figure misses what it is to reach. */
export function misses({ value, atMost = Infinity, atLeast = -Infinity }: Measure): boolean {
  return !(value <= atMost && value >= atLeast)
}
