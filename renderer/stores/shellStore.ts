import { create } from 'zustand'
import type { AppInfo } from '../../shared/contract/requests'

interface ShellState {
  /** Null until main has answered. */
  info: AppInfo | null
  /** True while the very first start asks its questions, instead of the window. */
  firstStart: boolean
  /** True while the system says that a screen reader or the like is in use. */
  assistiveTechnology: boolean
  /** True while the window has lost its main process (serve only). */
  lost: boolean
  pickerOpen: boolean
  paletteOpen: boolean
  settingsOpen: boolean
  keysOpen: boolean
  /** The explorer as a drawer, where the window is narrow. */
  drawerOpen: boolean
  /** Board view and variables as a drawer, where the window is narrow. */
  asideDrawerOpen: boolean
}

/** What of the window's shell is open, and what it knows of the program behind it. */
export const useShell = create<ShellState>(() => ({
  info: null,
  firstStart: false,
  assistiveTechnology: false,
  lost: false,
  pickerOpen: false,
  paletteOpen: false,
  settingsOpen: false,
  keysOpen: false,
  drawerOpen: false,
  asideDrawerOpen: false,
}))

/** Opens the list of boards. */
export function openPicker(): void {
  useShell.setState({ pickerOpen: true })
}
