import { X } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { t, text } from '../../shared/language/language'
import { PanelTab } from '../../shared/layout'
import { LogPanel } from '../log/LogPanel'
import { PlotterPanel } from '../plotter/PlotterPanel'
import { shownProblems } from '../problems/problemList'
import { ProblemsPanel } from '../problems/ProblemsPanel'
import { useLayout } from '../stores/layoutStore'
import { useProblems } from '../stores/problemsStore'
import { useSettings } from '../stores/settingsStore'
import { TerminalPanel } from '../terminal/TerminalPanel'
import { ActionButton } from './ActionButton'
import { ErrorBoundary } from './ErrorBoundary'
import { useAfterStart } from './useLater'

/** The panel below the editor. Every tab stays in the page: the terminal goes on while the plotter is looked at. */
export function PanelTabs(): React.JSX.Element {
  const tab = useLayout((state) => state.panelTab)
  const started = useAfterStart()
  const problems = useProblems((state) => shownProblems(state.problems).length)
  const simple = useSettings((state) => state.layout === 'simple')
  // The simple layout shows these once the palette or a link has led there.
  const isAway = (other: PanelTab): boolean => simple && tab !== other
  return (
    <Tabs className="panel-tabs" selectedKey={tab} onSelectionChange={(key) => useLayout.setState({ panelTab: PanelTab.parse(key) })}>
      <div className="panel-head">
        <TabList aria-label={t('Panel')} className="panel-list">
          <Tab id="terminal" className="panel-tab">
            {t('Terminal')}
          </Tab>
          <Tab id="plotter" className="panel-tab">
            {t('Plotter')}
          </Tab>
          <Tab id="problems" isDisabled={isAway('problems')} className={isAway('problems') ? 'panel-tab panel-tab-away' : 'panel-tab'}>
            {t('Problems')} {problems === 0 ? null : <span className="panel-count">{problems}</span>}
          </Tab>
          <Tab id="log" isDisabled={isAway('log')} className={isAway('log') ? 'panel-tab panel-tab-away' : 'panel-tab'}>
            {t('Log')}
          </Tab>
        </TabList>
        <ActionButton label={t('Close panel')} icon={X} iconOnly onPress={() => useLayout.setState({ panelOpen: false })} />
      </div>
      <TabPanel id="terminal" className="panel-page" shouldForceMount>
        <ErrorBoundary part={text('The terminal')}>
          <TerminalPanel />
        </ErrorBoundary>
      </TabPanel>
      <TabPanel id="plotter" className="panel-page" shouldForceMount={started}>
        <ErrorBoundary part={text('The plotter')}>
          <PlotterPanel />
        </ErrorBoundary>
      </TabPanel>
      <TabPanel id="problems" className="panel-page" shouldForceMount={started}>
        <ErrorBoundary part={text('The list of problems')}>
          <ProblemsPanel />
        </ErrorBoundary>
      </TabPanel>
      <TabPanel id="log" className="panel-page" shouldForceMount={started}>
        <ErrorBoundary part={text('The log')}>
          <LogPanel />
        </ErrorBoundary>
      </TabPanel>
    </Tabs>
  )
}
