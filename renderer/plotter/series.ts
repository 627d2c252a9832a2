/** Points kept of a series; beyond it the oldest are dropped. */
export const MAX_POINTS = 1_000_000
const FIRST_CAPACITY = 1_024

/** One curve: points with rising x, in typed arrays that grow, then go round. */
export class Series {
  private xs: Float64Array
  private ys: Float64Array
  /** Where the oldest point is. */
  private start = 0
  private count = 0
  /** Points that were dropped to stay within the limit. */
  dropped = 0

  constructor(
    readonly name: string,
    private readonly limit = MAX_POINTS,
  ) {
    this.xs = new Float64Array(Math.min(FIRST_CAPACITY, limit))
    this.ys = new Float64Array(this.xs.length)
  }

  /** Points kept now. */
  get length(): number {
    return this.count
  }

  /** Adds a point; `x` must be greater than the last. A `y` of NaN is a gap. */
  push(x: number, y: number): void {
    if (this.count === this.xs.length && this.count < this.limit) this.grow()
    if (this.count === this.limit) {
      this.start = (this.start + 1) % this.limit
      this.dropped++
      this.count--
    }
    const at = (this.start + this.count) % this.xs.length
    this.xs[at] = x
    this.ys[at] = y
    this.count++
  }

  /** Changes the newest point's y. */
  replaceLast(y: number): void {
    if (this.count > 0) this.ys[(this.start + this.count - 1) % this.ys.length] = y
  }

  /** The x of a point, counted from the oldest. */
  x(index: number): number {
    return this.xs[(this.start + index) % this.xs.length] ?? NaN
  }

  y(index: number): number {
    return this.ys[(this.start + index) % this.ys.length] ?? NaN
  }

  /** The first point at or beyond `x`; `length` when there is none. */
  lowerBound(x: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.x(middle) < x) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Only while nothing was dropped, so the oldest point is at 0. */
  private grow(): void {
    const capacity = Math.min(this.xs.length * 2, this.limit)
    const [xs, ys] = [new Float64Array(capacity), new Float64Array(capacity)]
    xs.set(this.xs)
    ys.set(this.ys)
    this.xs = xs
    this.ys = ys
  }
}
