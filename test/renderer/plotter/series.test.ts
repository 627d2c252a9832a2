import { describe, expect, it } from 'vitest'
import { MAX_POINTS, Series } from '../../../renderer/plotter/series'

describe('the points of a curve', () => {
  it('are all kept while there is room, however far the arrays have to grow', () => {
    const series = new Series('a')
    for (let at = 0; at < 5_000; at++) series.push(at, at * 2)
    expect([series.length, series.dropped, series.x(0), series.y(4_999)]).toEqual([5_000, 0, 0, 9_998])
  })

  it('lose the oldest beyond the limit, and say how many', () => {
    const series = new Series('a', 100)
    for (let at = 0; at < 250; at++) series.push(at, -at)
    expect([series.length, series.dropped, series.x(0), series.x(99), series.y(99)]).toEqual([100, 150, 150, 249, -249])
    expect(series.lowerBound(200)).toBe(50)
    expect(series.lowerBound(0)).toBe(0)
    expect(series.lowerBound(1_000)).toBe(100)
  })

  it('number a million', () => {
    const series = new Series('a')
    for (let at = 0; at < MAX_POINTS + 10; at++) series.push(at, at)
    expect([series.length, series.dropped, series.x(0), series.y(series.length - 1)]).toEqual([MAX_POINTS, 10, 10, MAX_POINTS + 9])
  })
})
