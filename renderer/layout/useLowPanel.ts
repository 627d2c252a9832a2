import { useEffect, useRef } from 'react'
import type { PanelImperativeHandle } from 'react-resizable-panels'
import { useLow } from './useNarrow'

/** Of a low window's height, what the panel below the editor needs to say something. Percent. */
const LOW_PANEL = 55

/** Gives the panel more of a low window, and back what the user chose once there is room again. Answers whether the window is low: sizes of then aren't kept. */
export function useLowPanel(panel: React.RefObject<PanelImperativeHandle | null>, open: boolean, size: number): boolean {
  const low = useLow()
  const wasLow = useRef(false)
  const chosen = useRef(size)
  useEffect(() => {
    chosen.current = size
  }, [size])
  useEffect(() => {
    const handle = panel.current
    if (handle === null || !open || (!low && !wasLow.current)) return
    wasLow.current = low
    handle.resize(`${low ? Math.max(LOW_PANEL, chosen.current) : chosen.current}%`)
  }, [panel, open, low])
  return low
}
