import { useEffect } from 'react'

/** Puts the keyboard into a drawer when it opens, and back to where it was when it closes. */
export function useDrawerFocus(drawer: React.RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    const shown = drawer.current
    if (!open || shown === null) return
    const before = document.activeElement
    shown.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
    return () => {
      // Where the user went on elsewhere, the focus stays there.
      const now = document.activeElement
      if (before instanceof HTMLElement && (now === null || now === document.body || shown.contains(now))) before.focus()
    }
  }, [drawer, open])
}
