import { X } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { t, text } from '../../shared/language/language'
import { AsideTab } from '../../shared/layout'
import { BoardView } from '../boardView/BoardView'
import { useLayout } from '../stores/layoutStore'
import { VariablesView } from '../variables/VariablesView'
import { ActionButton } from './ActionButton'
import { ErrorBoundary } from './ErrorBoundary'
import { hideAside } from './layoutActions'
import './aside.css'

/** What stands at the right of the editor: the virtual board as a drawing, and the names that a program left on the board. */
export function Aside(): React.JSX.Element {
  const tab = useLayout((state) => state.asideTab)
  return (
    <Tabs className="panel-tabs" selectedKey={tab} onSelectionChange={(key) => useLayout.setState({ asideTab: AsideTab.parse(key) })}>
      <div className="panel-head">
        <TabList aria-label={t('Beside the editor')} className="panel-list">
          <Tab id="board" className="panel-tab">
            {t('Board view')}
          </Tab>
          <Tab id="variables" className="panel-tab">
            {t('Variables')}
          </Tab>
        </TabList>
        <ActionButton label={t('Close board view')} icon={X} iconOnly onPress={hideAside} />
      </div>
      <TabPanel id="board" className="panel-page">
        <ErrorBoundary part={text('The board view')}>
          <BoardView />
        </ErrorBoundary>
      </TabPanel>
      <TabPanel id="variables" className="panel-page">
        <ErrorBoundary part={text('The variables')}>
          <VariablesView />
        </ErrorBoundary>
      </TabPanel>
    </Tabs>
  )
}
