import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { onThemeChange } from '../terminal/themeTokens'
import { toPlotValues } from './decimate'
import type { PlotView } from './plotData'
import { plotOptions } from './plotOptions'

interface PlotCanvasProps {
  view: PlotView
  hidden: readonly string[]
  /** Pixels across, whenever that changes; 0 while nothing can be seen. */
  onWidth: (pixels: number) => void
  /** Which of the view's places the pointer is at; null when it is elsewhere. */
  onCursor: (index: number | null) => void
}

/** Draws a view by uPlot, fitted to the room it has. */
export function PlotCanvas({ view, hidden, onWidth, onCursor }: PlotCanvasProps): React.JSX.Element {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const shown = useRef({ view, hidden })
  const names = JSON.stringify(view.series.map((series) => series.name))

  useEffect(() => {
    const element = host.current
    if (element === null) return
    const build = (): void => {
      plot.current?.destroy()
      const size = { width: element.clientWidth, height: element.clientHeight }
      plot.current = new uPlot(plotOptions(size, JSON.parse(names) as string[], onCursor), [[]], element)
      draw(plot.current, shown.current.view, shown.current.hidden)
    }
    const fit = (): void => {
      onWidth(element.clientWidth)
      if (element.clientWidth > 0) plot.current?.setSize({ width: element.clientWidth, height: element.clientHeight })
    }
    build()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    const theme = onThemeChange(build)
    return () => {
      observer.disconnect()
      theme.dispose()
      plot.current?.destroy()
      plot.current = null
    }
  }, [names, onCursor, onWidth])

  useEffect(() => {
    shown.current = { view, hidden }
    if (plot.current !== null) draw(plot.current, view, hidden)
  }, [view, hidden, names])

  return <div className="plot-canvas" ref={host} aria-hidden />
}

function draw(plot: uPlot, view: PlotView, hidden: readonly string[]): void {
  // Between a new curve's first view and the plot that is built for it.
  if (plot.series.length !== view.series.length + 1) return
  plot.batch(() => {
    view.series.forEach(({ name }, at) => {
      const show = !hidden.includes(name)
      if (plot.series[at + 1]?.show !== show) plot.setSeries(at + 1, { show })
    })
    plot.setData([view.xs, ...view.ys.map(toPlotValues)])
  })
}
