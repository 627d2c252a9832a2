import { useSyncExternalStore } from 'react'
import { LOW, NARROW, TIGHT } from './windowSize'

/** True while the window is too narrow for an explorer beside the editor. */
export function useNarrow(): boolean {
  return useSyncExternalStore(NARROW.subscribe, NARROW.matches)
}

/** The same, outside of components. */
export function isNarrow(): boolean {
  return NARROW.matches()
}

/** True while the window has no room for the lessons and the Board view at once. */
export function useTight(): boolean {
  return useSyncExternalStore(TIGHT.subscribe, TIGHT.matches)
}

/** The same, outside of components. */
export function isTight(): boolean {
  return TIGHT.matches()
}

/** True while the window is so low that the panel needs half of it. */
export function useLow(): boolean {
  return useSyncExternalStore(LOW.subscribe, LOW.matches)
}
