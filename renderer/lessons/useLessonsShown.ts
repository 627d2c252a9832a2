import { useTight } from '../layout/useNarrow'
import { useLayout } from '../stores/layoutStore'
import { useShell } from '../stores/shellStore'

/** True while the lessons can be seen: they make way for the Board view where there is room for one of both only. */
export function useLessonsShown(): boolean {
  const tight = useTight()
  const aside = useShell((state) => state.asideDrawerOpen)
  const open = useLayout((state) => state.lessonsOpen)
  return open && !(tight && aside)
}
