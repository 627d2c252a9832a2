import { describe, expect, it } from 'vitest'
import { decimate, GAP, gridOf, toPlotValues } from '../../../renderer/plotter/decimate'
import { Series } from '../../../renderer/plotter/series'

function seriesOf(values: readonly number[]): Series {
  const series = new Series('a')
  values.forEach((value, at) => series.push(at, value))
  return series
}

describe('a curve with more points than pixels', () => {
  it('keeps a single spike, upwards or downwards, wherever it is', () => {
    for (let spike = 0; spike < 10_000; spike += 97) {
      const series = seriesOf(Array.from({ length: 10_000 }, (_, at) => (at === spike ? (spike % 2 === 0 ? 1_000 : -1_000) : Math.sin(at))))
      const shown = decimate(series, gridOf(0, 9_999, 300))
      expect(shown.length).toBe(600)
      expect(spike % 2 === 0 ? Math.max(...shown) : Math.min(...shown)).toBe(spike % 2 === 0 ? 1_000 : -1_000)
    }
  })

  it('holds the least and the greatest of every column, in the order in which they came', () => {
    const shown = decimate(seriesOf([5, 1, 9, 3, 2, 8, 4, 7]), gridOf(0, 7, 2))
    expect([...shown]).toEqual([1, 9, 2, 8])
    expect([...decimate(seriesOf([9, 5, 6, 1, 1, 1, 1, 1]), gridOf(0, 7, 2))]).toEqual([9, 1, 1, 1])
  })

  it('shows only the samples that were asked for', () => {
    const shown = decimate(seriesOf(Array.from({ length: 1_000 }, (_, at) => at)), gridOf(500, 899, 10))
    expect([Math.min(...shown), Math.max(...shown)]).toEqual([500, 899])
  })
})

describe('a curve with fewer points than pixels', () => {
  it('is drawn point for point', () => {
    const grid = gridOf(2, 5, 300)
    expect([...grid.xs]).toEqual([2, 3, 4, 5])
    expect([...decimate(seriesOf([0, 10, 20, 30, 40, 50, 60]), grid)]).toEqual([20, 30, 40, 50])
  })

  it('is broken at nan and runs on over samples of other curves', () => {
    const series = new Series('a')
    series.push(0, 1)
    series.push(2, NaN)
    series.push(3, 4)
    const shown = decimate(series, gridOf(0, 3, 300))
    expect([...shown]).toEqual([1, NaN, GAP, 4])
    expect(toPlotValues(shown)).toEqual([1, undefined, null, 4])
  })

  it('may have no point at all', () => {
    expect([...gridOf(0, -1, 300).xs]).toEqual([])
  })
})
