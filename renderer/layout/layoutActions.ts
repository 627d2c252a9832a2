import type { AsideTab, PanelTab } from '../../shared/layout'
import { showPanel, useLayout } from '../stores/layoutStore'
import { useShell } from '../stores/shellStore'
import { isNarrow } from './useNarrow'

/** Shows or hides the explorer: a drawer in a narrow window. */
export function toggleExplorer(): void {
  if (isNarrow()) useShell.setState((state) => ({ drawerOpen: !state.drawerOpen }))
  else useLayout.setState((state) => ({ explorerOpen: !state.explorerOpen }))
}

/** True while the explorer can be seen. */
export function isExplorerShown(): boolean {
  return isNarrow() ? useShell.getState().drawerOpen : useLayout.getState().explorerOpen
}

/** True while that tab of the panel can be seen. */
export function isPanelShown(tab: PanelTab): boolean {
  const { panelOpen, panelTab } = useLayout.getState()
  return panelOpen && panelTab === tab
}

/** Shows or hides the panel below the editor. */
export function togglePanel(): void {
  useLayout.setState((state) => ({ panelOpen: !state.panelOpen }))
}

/** Shows a tab of the panel and puts the keyboard's focus into it. */
export function focusPanel(tab: PanelTab): void {
  showPanel(tab)
  requestAnimationFrame(() => {
    const region = document.querySelector(`[data-panel="${tab}"]`)
    // The terminal's textarea stands behind its buttons.
    const target = region?.querySelector<HTMLElement>('textarea') ?? region?.querySelector<HTMLElement>('[tabindex="0"], button')
    target?.focus()
  })
}

/** True while that tab at the right of the editor can be seen. */
export function isAsideShown(tab: AsideTab): boolean {
  const { asideOpen, asideTab } = useLayout.getState()
  return asideTab === tab && (isNarrow() ? useShell.getState().asideDrawerOpen : asideOpen)
}

/** Shows a tab at the right of the editor: a drawer in a narrow window. */
export function showAside(asideTab: AsideTab): void {
  useLayout.setState({ asideTab })
  if (isNarrow()) useShell.setState({ asideDrawerOpen: true })
  else useLayout.setState({ asideOpen: true })
}

/** Hides what stands at the right of the editor. */
export function hideAside(): void {
  if (isNarrow()) useShell.setState({ asideDrawerOpen: false })
  else useLayout.setState({ asideOpen: false })
}
