import type { PanelTab } from '../../shared/layout'
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
  const name = { terminal: 'Terminal', plotter: 'Plotter', problems: 'Problems', log: 'Log' }[tab]
  requestAnimationFrame(() => {
    const region = document.querySelector(`[aria-label="${name}"]:is(section, [role="region"])`)
    // The terminal's textarea stands behind its buttons.
    const target = region?.querySelector<HTMLElement>('textarea') ?? region?.querySelector<HTMLElement>('[tabindex="0"], button')
    target?.focus()
  })
}
