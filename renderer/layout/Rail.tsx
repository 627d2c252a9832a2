import { ChartSpline, CircleAlert, CircuitBoard, FolderTree, GraduationCap, ScrollText, Settings, SquareTerminal } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { t, text } from '../../shared/language/language'
import type { PanelTab } from '../../shared/layout'
import { closeLessons, openLessons } from '../lessons/lessonActions'
import { useLessonsShown } from '../lessons/useLessonsShown'
import { showPanel, useLayout } from '../stores/layoutStore'
import { useSettings } from '../stores/settingsStore'
import { useShell } from '../stores/shellStore'
import { ActionButton } from './ActionButton'
import { hideAside, showAside, toggleExplorer } from './layoutActions'
import { useAsideShown } from './useAsideShown'
import { useNarrow } from './useNarrow'

const PANELS: readonly { tab: PanelTab; label: string; icon: LucideIcon }[] = [
  { tab: 'terminal', label: text('Show terminal'), icon: SquareTerminal },
  { tab: 'plotter', label: text('Show plotter'), icon: ChartSpline },
  { tab: 'problems', label: text('Show problems'), icon: CircleAlert },
  { tab: 'log', label: text('Show log'), icon: ScrollText },
]

/** The icons at the left edge: what of the window is shown. */
export function Rail(): React.JSX.Element {
  const { explorerOpen, panelOpen, panelTab } = useLayout()
  const lessonsShown = useLessonsShown()
  const drawerOpen = useShell((state) => state.drawerOpen)
  const simple = useSettings((state) => state.layout === 'simple')
  const narrow = useNarrow()
  const boardView = useAsideShown('board')
  return (
    <nav className="rail" aria-label={t('Views')}>
      <ActionButton
        label={t('Explorer')}
        icon={FolderTree}
        iconOnly
        keys="Ctrl+B"
        pressed={narrow ? drawerOpen : explorerOpen}
        onPress={toggleExplorer}
      />
      {simple
        ? null
        : PANELS.map(({ tab, label, icon }) => (
            <ActionButton
              key={tab}
              label={t(label)}
              icon={icon}
              iconOnly
              pressed={panelOpen && panelTab === tab}
              onPress={() => {
                if (panelOpen && panelTab === tab) useLayout.setState({ panelOpen: false })
                else showPanel(tab)
              }}
            />
          ))}
      <ActionButton
        label={t('Show board view')}
        icon={CircuitBoard}
        iconOnly
        pressed={boardView}
        onPress={() => (boardView ? hideAside() : showAside('board'))}
      />
      <span className="rail-space" />
      <ActionButton
        label={t('First steps')}
        icon={GraduationCap}
        iconOnly
        pressed={lessonsShown}
        onPress={() => (lessonsShown ? closeLessons() : openLessons())}
      />
      <ActionButton
        label={t('Settings')}
        icon={Settings}
        iconOnly
        keys="Ctrl+,"
        onPress={() => useShell.setState({ settingsOpen: true })}
      />
    </nav>
  )
}
