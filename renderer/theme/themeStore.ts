import { create } from 'zustand'
import type { Settings } from '../../shared/settings'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { useSettings } from '../stores/settingsStore'

/** A theme as it is drawn; the setting may also say `system`. */
export type Theme = 'dark' | 'light'

const systemIsLight = matchMedia('(prefers-color-scheme: light)')

function drawn(setting: Settings['theme']): Theme {
  if (setting !== 'system') return setting
  return systemIsLight.matches ? 'light' : 'dark'
}

interface ThemeState {
  theme: Theme
}

const useThemeStore = create<ThemeState>(() => ({ theme: drawn('system') }))

/** The theme that is drawn now; follows the system where the setting says so. */
export function useTheme(): Theme {
  return useThemeStore((state) => state.theme)
}

/** The theme that is drawn now, outside of components. */
export function currentTheme(): Theme {
  return useThemeStore.getState().theme
}

/** Keeps the page's `data-theme` and `data-layout` as the settings and the system say. */
export function followTheme(): Disposable {
  const owned = new DisposableStore()
  const apply = (): void => {
    const settings = useSettings.getState()
    const theme = drawn(settings.theme)
    document.documentElement.dataset.theme = theme
    document.documentElement.dataset.layout = settings.layout
    if (theme !== currentTheme()) useThemeStore.setState({ theme })
  }
  apply()
  systemIsLight.addEventListener('change', apply)
  owned.add(toDisposable(() => systemIsLight.removeEventListener('change', apply)))
  owned.add(toDisposable(useSettings.subscribe(apply)))
  return owned
}
