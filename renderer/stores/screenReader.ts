import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { useSettings } from './settingsStore'
import { useShell } from './shellStore'

/** True while text should be in the page for a screen reader: the system says that one is in use, or the setting asks for it. */
export function wantsScreenReader(): boolean {
  return useSettings.getState().screenReader || useShell.getState().assistiveTechnology
}

/** Hook form of `wantsScreenReader`. */
export function useScreenReader(): boolean {
  const asked = useSettings((state) => state.screenReader)
  const found = useShell((state) => state.assistiveTechnology)
  return asked || found
}

/** Calls back when `wantsScreenReader` may have changed. */
export function onScreenReaderChange(listener: () => void): Disposable {
  const owned = new DisposableStore()
  owned.add(toDisposable(useSettings.subscribe((now, before) => now.screenReader !== before.screenReader && listener())))
  owned.add(toDisposable(useShell.subscribe((now, before) => now.assistiveTechnology !== before.assistiveTechnology && listener())))
  return owned
}
