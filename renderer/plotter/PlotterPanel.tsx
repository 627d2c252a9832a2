import { Eraser, Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup, Toolbar } from 'react-aria-components'
import { spokenLanguage, t } from '../../shared/language/language'
import { newDocument } from '../actions/documentActions'
import { ActionButton } from '../layout/ActionButton'
import { useActiveChannel } from '../terminal/channels'
import '../terminal/panelRow.css'
import { EXAMPLE_NAME, EXAMPLE_PROGRAM } from './exampleProgram'
import { PlotCanvas } from './PlotCanvas'
import type { PlotView } from './plotData'
import { PlotLegend } from './PlotLegend'
import { clearPlot, pausePlot, type PlotWindow, resumePlot, usePlot, WINDOWS } from './plotStore'
import { PlotSummary } from './PlotSummary'
import './plotter.css'
import { usePlotView } from './usePlotView'

/** Curves of the numbers that the board prints. */
export function PlotterPanel(): React.JSX.Element {
  const channel = useActiveChannel()
  const [columns, setColumns] = useState(0)
  const [cursor, setCursor] = useState<number | null>(null)
  const view = usePlotView(channel, columns)
  const hidden = usePlot((state) => state.hidden)
  if (channel === null || view.samples === 0) return <NothingYet />
  return (
    <section className="plotter" data-panel="plotter" aria-label={t('Plotter')}>
      <div className="panel-row">
        <SampleCount view={view} cursor={cursor} />
        <PlotActions channel={channel} samples={view.samples} />
      </div>
      <PlotLegend view={view} hidden={hidden} cursor={cursor} />
      <PlotCanvas view={view} hidden={hidden} onWidth={setColumns} onCursor={setCursor} />
      <PlotSummary view={view} />
    </section>
  )
}

function PlotActions({ channel, samples }: { channel: string; samples: number }): React.JSX.Element {
  const window = usePlot((state) => state.window)
  const paused = usePlot((state) => state.pausedAt[channel] !== undefined)
  return (
    <Toolbar aria-label={t('Plotter actions')} className="panel-actions">
      <ToggleButtonGroup
        aria-label={t('Samples shown')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(window)]}
        onSelectionChange={(keys) => choose([...keys][0])}
      >
        {WINDOWS.map((size) => (
          <ToggleButton
            key={String(size)}
            id={String(size)}
            className="plot-window"
            aria-label={size === null ? t('All samples') : t('Last {{size}} samples', { size })}
          >
            {size === null ? t('All') : size.toLocaleString(spokenLanguage())}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {paused ? (
        <ActionButton iconOnly label={t('Resume')} icon={Play} onPress={() => resumePlot(channel)} />
      ) : (
        <ActionButton iconOnly label={t('Pause')} icon={Pause} onPress={() => pausePlot(channel, samples)} />
      )}
      <ActionButton iconOnly label={t('Clear')} icon={Eraser} onPress={() => clearPlot(channel)} />
    </Toolbar>
  )
}

function choose(key: React.Key | undefined): void {
  const window: PlotWindow | undefined = WINDOWS.find((size) => String(size) === key)
  if (window !== undefined) usePlot.setState({ window })
}

function SampleCount({ view, cursor }: { view: PlotView; cursor: number | null }): React.JSX.Element {
  const at = cursor === null ? undefined : view.xs[cursor]
  const shown =
    at === undefined ? t('{{count, number}} samples', { count: view.samples }) : t('Sample {{at, number}}', { at: Math.round(at) })
  const dropped = view.dropped > 0 ? t(', the oldest {{dropped, number}} dropped', { dropped: view.dropped }) : ''
  return <span className="panel-status">{shown + dropped}</span>
}

function NothingYet(): React.JSX.Element {
  return (
    <section className="plotter" data-panel="plotter" aria-label={t('Plotter')}>
      <div className="plot-empty">
        <p className="plot-empty-title">{t('Print numbers to draw them')}</p>
        <p>
          {t('Each line of numbers is a point of each curve:')} <code>1.5</code>, <code>1, 2, 3</code>, <code>light:20 heat:31</code>
        </p>
        <button type="button" className="button button-outline" onClick={() => newDocument(EXAMPLE_NAME, EXAMPLE_PROGRAM)}>
          {t('Insert example')}
        </button>
      </div>
    </section>
  )
}
