import { useSyncExternalStore } from 'react'

/** Below this width the explorer is a drawer. */
const NARROW = '(max-width: 999px)'

/** True while the window is too narrow for an explorer beside the editor. */
export function useNarrow(): boolean {
  return useSyncExternalStore((changed) => {
    const narrow = matchMedia(NARROW)
    narrow.addEventListener('change', changed)
    return () => narrow.removeEventListener('change', changed)
  }, isNarrow)
}

/** The same, outside of components. */
export function isNarrow(): boolean {
  return matchMedia(NARROW).matches
}
