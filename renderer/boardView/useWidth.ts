import { useEffect, useRef, useState } from 'react'

/** An element's width in pixels, as it changes; 0 until it is known. */
export function useWidth<E extends HTMLElement>(): [element: React.RefObject<E | null>, width: number] {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const shown = element.current
    if (shown === null) return
    const observer = new ResizeObserver((entries) => setWidth(Math.floor(entries[0]?.contentRect.width ?? 0)))
    observer.observe(shown)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
