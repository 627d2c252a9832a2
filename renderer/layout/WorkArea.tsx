import { useEffect, useRef } from 'react'
import { Group, Panel, type PanelImperativeHandle, Separator } from 'react-resizable-panels'
import { t, text } from '../../shared/language/language'
import { EditorArea } from '../editor/EditorArea'
import { Explorer } from '../explorer/Explorer'
import { useDocuments, WELCOME } from '../stores/documentsStore'
import { useLayout } from '../stores/layoutStore'
import { useShell } from '../stores/shellStore'
import { Aside } from './Aside'
import { ErrorBoundary } from './ErrorBoundary'
import { PanelTabs } from './PanelTabs'
import { useDrawerFocus } from './useDrawerFocus'
import { useOnceTrue } from './useLater'
import { useLowPanel } from './useLowPanel'
import { useNarrow } from './useNarrow'

/** Smaller than this, an explorer or a panel says nothing any more. Pixels. */
const LEAST_EXPLORER = 180
const LEAST_PANEL = 96
const LEAST_EDITOR_WIDTH = 320
const LEAST_EDITOR_HEIGHT = 120
const LEAST_ASIDE = 240

/** Opens or closes a panel whose size was kept. */
function useCollapse(panel: React.RefObject<PanelImperativeHandle | null>, open: boolean, size: number): void {
  const kept = useRef(size)
  useEffect(() => {
    kept.current = size
  }, [size])
  useEffect(() => {
    const handle = panel.current
    if (handle === null) return
    if (!open) handle.collapse()
    else if (handle.isCollapsed()) handle.resize(`${kept.current}%`)
  }, [panel, open])
}

function closeDrawerOnEscape(event: React.KeyboardEvent): void {
  if (event.key === 'Escape') useShell.setState({ drawerOpen: false, asideDrawerOpen: false })
}

/** Explorer, editor, the panel below, and what stands at the right. Nothing is taken out of the page when it is hidden, so that nothing is lost. */
export function WorkArea(): React.JSX.Element {
  const { explorerOpen, explorerSize, panelOpen, panelSize, asideOpen, asideSize } = useLayout()
  const drawerOpen = useShell((state) => state.drawerOpen)
  const asideDrawerOpen = useShell((state) => state.asideDrawerOpen)
  const narrow = useNarrow()
  const explorer = useRef<PanelImperativeHandle>(null)
  const panel = useRef<PanelImperativeHandle>(null)
  const aside = useRef<PanelImperativeHandle>(null)
  const beside = explorerOpen && !narrow
  useCollapse(explorer, beside, explorerSize)
  useCollapse(panel, panelOpen, panelSize)
  const low = useLowPanel(panel, panelOpen, panelSize)
  const asideBeside = asideOpen && !narrow
  useCollapse(aside, asideBeside, asideSize)
  const document = useDocuments((state) => state.active)
  useEffect(() => {
    useShell.setState({ drawerOpen: false }) // what was looked for has been found
    if (document === WELCOME) useShell.setState({ asideDrawerOpen: false }) // it would lie over the first steps
  }, [document])
  const shown = narrow ? drawerOpen : explorerOpen
  const asideShown = narrow ? asideDrawerOpen : asideOpen
  const asideOnce = useOnceTrue(asideShown)
  const asideBody = useRef<HTMLDivElement>(null)
  useDrawerFocus(asideBody, narrow && asideDrawerOpen)
  return (
    <Group className={narrow && asideDrawerOpen ? 'work-area work-area-pushed' : 'work-area'} orientation="horizontal">
      <Panel
        id="explorer"
        panelRef={explorer}
        className="explorer-slot"
        collapsible
        defaultSize={beside ? `${explorerSize}%` : '0%'}
        minSize={LEAST_EXPLORER}
        groupResizeBehavior="preserve-pixel-size"
        style={{ overflow: 'visible' }}
        onResize={(size) => {
          if (narrow) return
          if (size.inPixels > 0) useLayout.setState({ explorerSize: size.asPercentage, explorerOpen: true })
          else useLayout.setState({ explorerOpen: false })
        }}
      >
        {narrow && drawerOpen ? <div className="drawer-scrim" onClick={() => useShell.setState({ drawerOpen: false })} /> : null}
        <div className={narrow ? 'explorer-body explorer-drawer' : 'explorer-body'} hidden={!shown} onKeyDown={closeDrawerOnEscape}>
          <ErrorBoundary part={text('The explorer')}>
            <Explorer />
          </ErrorBoundary>
        </div>
      </Panel>
      <Separator
        className={beside ? 'sash sash-vertical' : 'sash sash-hidden'}
        disabled={!beside}
        aria-label={t('Width of the explorer')}
      />
      <Panel id="work" minSize={LEAST_EDITOR_WIDTH}>
        <Group orientation="vertical" className="work-column">
          <Panel id="editor" minSize={LEAST_EDITOR_HEIGHT}>
            <ErrorBoundary part={text('The editor')}>
              <EditorArea />
            </ErrorBoundary>
          </Panel>
          <Separator
            className={panelOpen ? 'sash sash-horizontal' : 'sash sash-hidden'}
            disabled={!panelOpen}
            aria-label={t('Height of the panel')}
          />
          <Panel
            id="panel"
            panelRef={panel}
            collapsible
            defaultSize={panelOpen ? `${panelSize}%` : '0%'}
            minSize={LEAST_PANEL}
            onResize={(size) => {
              if (size.inPixels === 0) useLayout.setState({ panelOpen: false })
              else useLayout.setState(low ? { panelOpen: true } : { panelSize: size.asPercentage, panelOpen: true })
            }}
          >
            <div className="panel-body" hidden={!panelOpen}>
              <ErrorBoundary part={text('The panel')}>
                <PanelTabs />
              </ErrorBoundary>
            </div>
          </Panel>
        </Group>
      </Panel>
      <Separator
        className={asideBeside ? 'sash sash-vertical' : 'sash sash-hidden'}
        disabled={!asideBeside}
        aria-label={t('Width of the board view')}
      />
      <Panel
        id="aside"
        panelRef={aside}
        className="explorer-slot"
        collapsible
        defaultSize={asideBeside ? `${asideSize}%` : '0%'}
        minSize={LEAST_ASIDE}
        groupResizeBehavior="preserve-pixel-size"
        style={{ overflow: 'visible' }}
        onResize={(size) => {
          if (narrow) return
          if (size.inPixels > 0) useLayout.setState({ asideSize: size.asPercentage, asideOpen: true })
          else useLayout.setState({ asideOpen: false })
        }}
      >
        <div
          ref={asideBody}
          className={narrow ? 'aside-body aside-drawer' : 'aside-body'}
          hidden={!asideShown}
          onKeyDown={closeDrawerOnEscape}
        >
          <ErrorBoundary part={text('The board view')}>{asideOnce ? <Aside /> : null}</ErrorBoundary>
        </div>
      </Panel>
    </Group>
  )
}
