import type { Series } from './series'

/** What stands in decimated values where a series has no point: the curve goes on past it. */
export const NO_POINT = NaN
/** Where a series has a gap: the curve is broken. */
export const GAP = Infinity

/** Places along x that every decimated series of a view shares: whole samples where there is room, else two for a pixel column. */
export interface Grid {
  /** The first and the last sample shown. */
  from: number
  to: number
  /** True when each place is one sample. */
  exact: boolean
  xs: Float64Array
}

/** The grid for samples `from` to `to` (both shown) on `columns` columns of pixels. */
export function gridOf(from: number, to: number, columns: number): Grid {
  const samples = to - from + 1
  const places = Math.max(1, columns) * 2
  if (samples <= places) return { from, to, exact: true, xs: Float64Array.from({ length: Math.max(0, samples) }, (_, i) => from + i) }
  const step = (to - from) / (places - 1)
  return { from, to, exact: false, xs: Float64Array.from({ length: places }, (_, i) => from + i * step) }
}

/**
 * A series' values at the grid's places. Each pair of places holds the least and the greatest value of its column, in the order in
 * which they came, so that no peak is lost at any zoom. A point moves by less than a pixel.
 */
export function decimate(series: Series, grid: Grid): Float64Array {
  const ys = new Float64Array(grid.xs.length).fill(NO_POINT)
  const end = series.lowerBound(grid.to + 1)
  let at = series.lowerBound(grid.from)
  if (grid.exact) {
    for (; at < end; at++) ys[series.x(at) - grid.from] = gapOr(series.y(at))
    return ys
  }
  const columns = grid.xs.length / 2
  const perSample = columns / (grid.to - grid.from + 1)
  while (at < end) {
    const column = Math.floor((series.x(at) - grid.from) * perSample)
    let [least, greatest, leastAt, greatestAt] = [Infinity, -Infinity, at, at]
    for (; at < end && Math.floor((series.x(at) - grid.from) * perSample) === column; at++) {
      const y = series.y(at)
      if (y < least) [least, leastAt] = [y, at]
      if (y > greatest) [greatest, greatestAt] = [y, at]
    }
    const none = least === Infinity
    ys[column * 2] = none ? GAP : leastAt <= greatestAt ? least : greatest
    ys[column * 2 + 1] = none ? GAP : leastAt <= greatestAt ? greatest : least
  }
  return ys
}

function gapOr(y: number): number {
  return Number.isNaN(y) ? GAP : y
}

/** Decimated values as uPlot takes them: null breaks the curve, undefined is passed over. */
export function toPlotValues(ys: Float64Array): (number | null | undefined)[] {
  return Array.from(ys, (y) => (y === GAP ? null : Number.isNaN(y) ? undefined : y))
}
