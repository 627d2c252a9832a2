import { decimate, gridOf } from './decimate'
import { LineSplitter } from './lineSplitter'
import { parseNumberLine } from './numberLines'
import { MAX_POINTS, Series } from './series'

/** Curves of one board; six colours, whole and dashed. What would be more is counted, not drawn. */
export const MAX_SERIES = 12

/** What the legend says of a series. */
export interface SeriesFacts {
  name: string
  /** The last value, and the least and greatest shown; null where there are none. */
  last: number | null
  min: number | null
  max: number | null
}

/** Which part of the data is wanted. */
export interface ViewRequest {
  /** Samples back from the end; null for all. */
  window: number | null
  /** The sample after the last one shown, while paused; null follows the newest. */
  end: number | null
  /** Pixels across. */
  columns: number
}

/** A part of the data, ready to draw. */
export interface PlotView {
  xs: Float64Array
  ys: Float64Array[]
  series: SeriesFacts[]
  /** Samples (lines of numbers) so far. */
  samples: number
  /** Names beyond the limit. */
  unshown: number
  /** Samples too old to be kept. */
  dropped: number
}

/** Turns a board's output into series: one sample for each line of numbers. */
export class PlotData {
  private readonly splitter = new LineSplitter()
  private readonly series = new Map<string, Series>()
  private readonly unshown = new Set<string>()
  /** Names from the line just before. */
  private offered: readonly string[] | null = null
  private columns: readonly string[] | null = null
  private samples = 0
  /** Changes whenever a view would. */
  version = 0

  constructor(private readonly limit = MAX_POINTS) {}

  push(bytes: Uint8Array): void {
    for (const line of this.splitter.push(bytes)) this.take(line)
  }

  /** Bytes are missing here. */
  gap(): void {
    this.splitter.gap()
  }

  /** A line of ours stood here; the board's next byte begins a line. */
  restartLine(): void {
    this.splitter.restart()
  }

  clear(): void {
    this.series.clear()
    this.unshown.clear()
    this.offered = null
    this.columns = null
    this.samples = 0
    this.version++
  }

  view({ window, end, columns }: ViewRequest): PlotView {
    const last = Math.min(end ?? this.samples, this.samples) - 1
    const all = [...this.series.values()]
    const oldest = Math.min(last, ...all.map((series) => (series.length > 0 ? series.x(0) : last)))
    const grid = gridOf(Math.max(0, oldest, window === null ? 0 : last - window + 1), last, columns)
    const ys = all.map((series) => decimate(series, grid))
    return {
      xs: grid.xs,
      ys,
      series: all.map((series, at) => ({ name: series.name, ...facts(series, ys[at] ?? new Float64Array(), last) })),
      samples: this.samples,
      unshown: this.unshown.size,
      dropped: Math.max(0, ...all.map((series) => series.dropped)),
    }
  }

  private take(text: string): void {
    const line = parseNumberLine(text)
    if (line === null || line.kind === 'header') {
      this.offered = line?.names ?? null
      return
    }
    if (line.kind === 'labelled') line.values.forEach((value, at) => this.add(line.names[at] ?? '', value))
    else {
      if (this.offered?.length === line.values.length) this.columns = this.offered
      const names = this.columns?.length === line.values.length ? this.columns : null
      line.values.forEach((value, at) => this.add(names?.[at] ?? plainName(at, line.values.length), value))
    }
    this.offered = null
    this.samples++
    this.version++
  }

  private add(name: string, value: number): void {
    let series = this.series.get(name)
    if (series === undefined) {
      if (this.series.size >= MAX_SERIES) {
        // The set is bounded too: a board that invents names must not fill the memory.
        if (this.unshown.size < 1_000) this.unshown.add(name)
        return
      }
      series = new Series(name, this.limit)
      this.series.set(name, series)
    }
    // The same name twice in one line: the last one counts.
    if (series.length > 0 && series.x(series.length - 1) === this.samples) series.replaceLast(value)
    else series.push(this.samples, value)
  }
}

/** `Value` alone, else `Value 1`, `Value 2`. */
function plainName(at: number, count: number): string {
  return count === 1 ? 'Value' : `Value ${at + 1}`
}

function facts(series: Series, shown: Float64Array, lastSample: number): Omit<SeriesFacts, 'name'> {
  let [min, max] = [Infinity, -Infinity]
  for (const y of shown) {
    if (!Number.isFinite(y)) continue
    if (y < min) min = y
    if (y > max) max = y
  }
  const at = series.lowerBound(lastSample + 1) - 1
  const last = at < 0 ? NaN : series.y(at)
  return { last: Number.isFinite(last) ? last : null, min: min === Infinity ? null : min, max: max === -Infinity ? null : max }
}
