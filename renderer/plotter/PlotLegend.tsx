import { ToggleButton } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { formatValue } from './formatValue'
import type { PlotView } from './plotData'
import { seriesStyle } from './plotOptions'
import { toggleSeries } from './plotStore'

interface PlotLegendProps {
  view: PlotView
  hidden: readonly string[]
  /** The pointer's place in the view; null shows the last values. */
  cursor: number | null
}

/** Names, lines and values of the curves; a click switches one off and on. */
export function PlotLegend({ view, hidden, cursor }: PlotLegendProps): React.JSX.Element {
  return (
    <div className="plot-legend" role="group" aria-label={t('Curves')}>
      {view.series.map(({ name, last }, index) => {
        const { colour, dashed } = seriesStyle(index)
        const at = cursor === null ? undefined : view.ys[index]?.[cursor]
        const value = cursor === null ? last : at !== undefined && Number.isFinite(at) ? at : null
        return (
          <ToggleButton key={name} className="plot-legend-entry" isSelected={!hidden.includes(name)} onChange={() => toggleSeries(name)}>
            <svg width="20" height="12" aria-hidden>
              <line x1="0" y1="6" x2="20" y2="6" stroke={`var(${colour})`} strokeWidth="2.5" strokeDasharray={dashed ? '5 3' : undefined} />
            </svg>
            <span className="plot-legend-name">{name}</span>
            <span className="plot-legend-value">{formatValue(value)}</span>
          </ToggleButton>
        )
      })}
      {view.unshown > 0 && <span className="plot-legend-more">{t('{{number}} more not shown', { number: view.unshown })}</span>}
    </div>
  )
}
