import { useEffect, useState } from 'react'
import type { PlotView } from './plotData'
import { plotClient, usePlot } from './plotStore'

const NOTHING: PlotView = { xs: new Float64Array(), ys: [], series: [], samples: 0, unshown: 0, dropped: 0 }
/** Before the plot has been measured. */
const SOME_COLUMNS = 600

/** The view of a channel as it changes, `columns` pixels across. Nothing is asked for while the page is hidden. */
export function usePlotView(channel: string | null, columns: number): PlotView {
  const [drawn, setDrawn] = useState({ channel, view: NOTHING })
  const window = usePlot((state) => state.window)
  const end = usePlot((state) => (channel === null ? null : (state.pausedAt[channel] ?? null)))
  const visible = usePageVisible()
  useEffect(() => {
    if (channel === null || !visible) return
    const watch = plotClient().watchView(channel, { window, end, columns: columns || SOME_COLUMNS }, (view) => setDrawn({ channel, view }))
    return () => watch.dispose()
  }, [channel, window, end, columns, visible])
  return drawn.channel === channel ? drawn.view : NOTHING
}

function usePageVisible(): boolean {
  const [visible, setVisible] = useState(!document.hidden)
  useEffect(() => {
    const changed = (): void => setVisible(!document.hidden)
    document.addEventListener('visibilitychange', changed)
    return () => {
      document.removeEventListener('visibilitychange', changed)
    }
  }, [])
  return visible
}
