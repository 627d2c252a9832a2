import { useEffect, useRef, useState } from 'react'

/** Whether an element has more to show than fits: then the keyboard has to reach it, to scroll. */
export function useScrollable<E extends HTMLElement>(): [element: React.RefObject<E | null>, isScrollable: boolean] {
  const element = useRef<E>(null)
  const [isScrollable, setScrollable] = useState(false)
  useEffect(() => {
    const shown = element.current
    if (shown === null) return
    const observer = new ResizeObserver(() => setScrollable(shown.scrollHeight > shown.clientHeight))
    // The element's own size stays when only its contents grow.
    for (const part of [shown, ...shown.children]) observer.observe(part)
    return () => observer.disconnect()
  })
  return [element, isScrollable]
}
