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

/** The data of one run. */
interface RunData {
  readonly series: Map<string, Series>
  /** Names beyond the limit. */
  readonly unshown: Set<string>
  samples: number
}

function noData(): RunData {
  return { series: new Map(), unshown: new Set(), samples: 0 }
}

/** Turns a board's output into series: one sample for each line of numbers. */
export class PlotData {
  private readonly splitter = new LineSplitter()
  private data = noData()
  /** Names from the line just before. */
  private offered: readonly string[] | null = null
  private columns: readonly string[] | null = null
  /** True while a paused view must stay what it is. */
  private holding = false
  /** What the paused view shows of, since a run has begun afterwards. */
  private held: RunData | null = null
  /** Changes whenever a view would. */
  version = 0

  /** `unnamed` is what numbers without a label are called. */
  constructor(
    private readonly limit = MAX_POINTS,
    private readonly unnamed = 'Value',
  ) {}

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

  /** A run begins: its curves are drawn anew. What a paused view shows is kept for it. */
  beginRun(): void {
    const held = this.holding ? (this.held ?? this.data) : null
    this.clear()
    this.held = held
    this.restartLine()
  }

  /** Says whether a paused view stands. */
  hold(on: boolean): void {
    this.holding = on
    if (on || this.held === null) return
    this.held = null
    this.version++
  }

  clear(): void {
    this.held = null
    this.data = noData()
    this.offered = null
    this.columns = null
    this.version++
  }

  view({ window, end, columns }: ViewRequest): PlotView {
    const { series, samples, unshown } = (end === null ? null : this.held) ?? this.data
    const last = Math.min(end ?? samples, samples) - 1
    const all = [...series.values()]
    const oldest = Math.min(last, ...all.map((one) => (one.length > 0 ? one.x(0) : last)))
    const grid = gridOf(Math.max(0, oldest, window === null ? 0 : last - window + 1), last, columns)
    const ys = all.map((one) => decimate(one, grid))
    return {
      xs: grid.xs,
      ys,
      series: all.map((one, at) => ({ name: one.name, ...facts(one, ys[at] ?? new Float64Array(), last) })),
      samples,
      unshown: unshown.size,
      dropped: Math.max(0, ...all.map((one) => one.dropped)),
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
      line.values.forEach((value, at) => this.add(names?.[at] ?? this.plainName(at, line.values.length), value))
    }
    this.offered = null
    this.data.samples++
    this.version++
  }

  /** `Value` alone, else `Value 1`, `Value 2`. */
  private plainName(at: number, count: number): string {
    return count === 1 ? this.unnamed : `${this.unnamed} ${at + 1}`
  }

  private add(name: string, value: number): void {
    const { series: known, unshown, samples } = this.data
    let series = known.get(name)
    if (series === undefined) {
      if (known.size >= MAX_SERIES) {
        // The set is bounded too: a board that invents names must not fill the memory.
        if (unshown.size < 1_000) unshown.add(name)
        return
      }
      series = new Series(name, this.limit)
      known.set(name, series)
    }
    // The same name twice in one line: the last one counts.
    if (series.length > 0 && series.x(series.length - 1) === samples) series.replaceLast(value)
    else series.push(samples, value)
  }
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
