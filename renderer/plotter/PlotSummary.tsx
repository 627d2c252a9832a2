import { t } from '../../shared/language/language'
import { formatValue } from './formatValue'
import type { PlotView } from './plotData'

/** The plot in words, for those who can't see it. It is read when it is gone to, not each time that it changes. */
export function PlotSummary({ view }: { view: PlotView }): React.JSX.Element {
  const words = view.series.map(({ name, min, max, last }) => {
    const values = { name, least: formatValue(min), greatest: formatValue(max), last: formatValue(last) }
    return t('{{name}}: least {{least}}, greatest {{greatest}}, last {{last}}.', values)
  })
  return (
    <p className="visually-hidden" aria-live="off">
      {words.join(' ')}
    </p>
  )
}
