import { create } from 'zustand'
import { defaultLayout, type Layout, type PanelTab } from '../../shared/layout'

/** This window's arrangement. `startLayout` (actions/startup.ts) loads it and saves each change. */
export const useLayout = create<Layout>(() => defaultLayout)

/** Shows a tab of the panel, opening the panel when it is closed. */
export function showPanel(panelTab: PanelTab): void {
  useLayout.setState({ panelOpen: true, panelTab })
}
