import type uPlot from 'uplot'
import { t } from '../../shared/language/language'
import { token } from '../terminal/themeTokens'

const COLOURS = 6
const DASH = [6, 4]
const AXIS_FONT_SIZE = 11
/** So that a low plot has more numbers beside it than one. Pixels. */
const LEAST_BETWEEN_NUMBERS = 20

/** How a curve is drawn: six colours, then the same ones dashed. */
export function seriesStyle(index: number): { colour: `--series-${number}`; dashed: boolean } {
  return { colour: `--series-${(index % COLOURS) + 1}`, dashed: index >= COLOURS }
}

/** uPlot's options for these curves in the theme that the page has now. */
export function plotOptions(
  size: { width: number; height: number },
  names: readonly string[],
  onCursor: (index: number | null) => void,
): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: token('--muted'),
    font: `${AXIS_FONT_SIZE}px ${token('--font-ui') || 'sans-serif'}`,
    grid: { stroke: token('--divider'), width: 1 },
    ticks: { stroke: token('--divider'), width: 1, size: 4 },
  }
  return {
    ...size,
    padding: [8, 28, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 6 }, y: false },
    scales: { x: { time: false }, y: { auto: true } },
    axes: [
      { ...axis, size: 24, gap: 4, incrs: WHOLE_STEPS },
      { ...axis, size: axisWidth, gap: 4, space: LEAST_BETWEEN_NUMBERS },
    ],
    series: [
      { label: t('Sample') },
      ...names.map((label, index): uPlot.Series => {
        const { colour, dashed } = seriesStyle(index)
        return { label, stroke: token(colour), width: 1.5, points: { show: false }, ...(dashed && { dash: DASH }) }
      }),
    ],
    hooks: { setCursor: [(plot) => onCursor(plot.cursor.idx ?? null)] },
  }
}

/** Samples are counted: no ticks between them. */
const WHOLE_STEPS = Array.from({ length: 9 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat()

/** As wide as the longest number needs. */
function axisWidth(_plot: uPlot, values: string[] | null): number {
  const longest = Math.max(2, ...(values ?? []).map((value) => value.length))
  return 14 + longest * AXIS_FONT_SIZE * 0.62
}
