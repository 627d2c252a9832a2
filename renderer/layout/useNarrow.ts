import { useSyncExternalStore } from 'react'

/** Below this width the explorer is a drawer. */
const narrow = matchMedia('(max-width: 999px)')

/** True while the window is too narrow for an explorer beside the editor. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed)
      return () => narrow.removeEventListener('change', changed)
    },
    () => narrow.matches,
  )
}

/** The same, outside of components. */
export function isNarrow(): boolean {
  return narrow.matches
}
