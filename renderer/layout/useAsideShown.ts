import { useSyncExternalStore } from 'react'
import type { AsideTab } from '../../shared/layout'
import { useLayout } from '../stores/layoutStore'
import { useShell } from '../stores/shellStore'
import { useNarrow } from './useNarrow'

/** True while that tab at the right of the editor can be seen: it is in front, and so is the window. */
export function useAsideShown(tab: AsideTab): boolean {
  const narrow = useNarrow()
  const drawer = useShell((state) => state.asideDrawerOpen)
  const open = useLayout((state) => state.asideOpen)
  const inFront = useLayout((state) => state.asideTab === tab)
  const visible = useSyncExternalStore(followVisibility, () => document.visibilityState === 'visible')
  return visible && inFront && (narrow ? drawer : open)
}

function followVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
