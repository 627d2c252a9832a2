import { describe, expect, it } from 'vitest'
import { MAX_SERIES, PlotData, type PlotView } from '../../../renderer/plotter/plotData'

const ALL = { window: null, end: null, columns: 500 }

function plot(text: string, data = new PlotData()): PlotView {
  data.push(new TextEncoder().encode(text))
  return data.view(ALL)
}

function curves(view: PlotView): Record<string, number[]> {
  return Object.fromEntries(view.series.map(({ name }, at) => [name, [...(view.ys[at] ?? [])]]))
}

describe('curves out of a board’s output', () => {
  it('come from the numbers among everything else', () => {
    const view = plot('MicroPython v1.27\r\n>>> \r\n1\r\nhello\r\n2.5\r\nTraceback (most recent call last):\r\nKeyError: 5\r\n3\r\n')
    expect(curves(view)).toEqual({ Value: [1, 2.5, 3] })
    expect(view.series).toEqual([{ name: 'Value', last: 3, min: 1, max: 3 }])
  })

  it('have the labels’ names, or the columns’ numbers', () => {
    expect(curves(plot('a:1 b:2\na:3 b:4\n'))).toEqual({ a: [1, 3], b: [2, 4] })
    expect(curves(plot('1,2\n3,4\n'))).toEqual({ 'Value 1': [1, 3], 'Value 2': [2, 4] })
  })

  it('take names from a line of words just above the numbers, and from no other', () => {
    expect(curves(plot('light,heat\n1,2\n3,4\n'))).toEqual({ light: [1, 3], heat: [2, 4] })
    expect(curves(plot('Hello, world\nstarting\n1,2\n'))).toEqual({ 'Value 1': [1], 'Value 2': [2] })
  })

  it('are the same when the bytes come one by one', () => {
    const data = new PlotData()
    for (const byte of new TextEncoder().encode('a:1 b:2\r\n3 4\r\n')) data.push(Uint8Array.of(byte))
    expect(curves(data.view(ALL))).toEqual(curves(plot('a:1 b:2\r\n3 4\r\n')))
  })

  it('show the last samples, and stand still while paused', () => {
    const data = new PlotData()
    plot(Array.from({ length: 1_000 }, (_, at) => `${at}\n`).join(''), data)
    expect([...data.view({ ...ALL, window: 3 }).xs]).toEqual([997, 998, 999])
    plot('5\n6\n', data)
    const paused = data.view({ window: 3, end: 1_000, columns: 500 })
    expect([[...paused.xs], paused.samples, paused.series[0]?.last]).toEqual([[997, 998, 999], 1_002, 999])
  })

  it('are bounded, and the plot says what it leaves out', () => {
    const data = new PlotData(100)
    const view = plot(Array.from({ length: 300 }, (_, at) => `n${at % 20}:${at}\n`).join(''), data)
    expect([view.series.length, view.unshown, view.samples]).toEqual([MAX_SERIES, 8, 300])
    const long = new PlotData(100)
    expect(plot('1\n'.repeat(250), long).dropped).toBe(150)
    expect(long.view(ALL).xs[0]).toBe(150)
  })

  it('are gone after Clear, and begin anew', () => {
    const data = new PlotData()
    plot('1\n2\n', data)
    const before = data.version
    data.clear()
    expect(data.version).not.toBe(before)
    expect(data.view(ALL)).toMatchObject({ samples: 0, series: [] })
    expect(curves(plot('7\n', data))).toEqual({ Value: [7] })
  })

  it('begin anew with each run: an older program’s curves neither stay in the legend nor squash the scale', () => {
    const data = new PlotData()
    plot('old:4200 heat:1\n42\n', data)
    data.beginRun()
    expect(data.view(ALL)).toMatchObject({ samples: 0, series: [] })
    const view = plot('new:1\nnew:2\n', data)
    expect([curves(view), [...view.xs]]).toEqual([{ new: [1, 2] }, [0, 1]])
  })

  it('stay as they are while paused, also when another run has begun, and show that one afterwards', () => {
    const data = new PlotData()
    plot('old:1\nold:2\n', data)
    data.hold(true)
    const paused = { ...ALL, end: 2 }
    const before = data.view(paused)
    data.beginRun()
    plot('new:7\n', data)
    data.beginRun()
    plot('newest:9\n', data)
    expect(data.view(paused)).toEqual(before)
    const { version } = data
    data.hold(false)
    expect(data.version).not.toBe(version)
    expect(curves(data.view(ALL))).toEqual({ newest: [9] })
  })

  it('do not take a number that a marker cut in two', () => {
    const data = new PlotData()
    data.push(new TextEncoder().encode('12'))
    data.restartLine()
    expect(curves(plot('34\n', data))).toEqual({ Value: [34] })
  })
})
