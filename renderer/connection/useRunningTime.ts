import { useEffect, useState } from 'react'
import { useHardware } from '../stores/hardwareStore'

/** A second of the clock may be shown this much late, in milliseconds, to be drawn together with what the board's picture shows anew. */
const SLACK_MS = 500

/**
 * The time now, in milliseconds since 1970, anew with each whole second since `startedAt`; null: nothing runs. A clock of its own would have the
 * window drawn once more a second, which costs more than the rest of a blinking LED.
 */
export function useRunningTime(startedAt: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (startedAt === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown = -1
    const tick = (): void => {
      const at = Date.now()
      shown = Math.floor((at - startedAt) / 1_000)
      setNow(at)
      clearTimeout(timer)
      timer = setTimeout(tick, startedAt + (shown + 1) * 1_000 + SLACK_MS - at)
    }
    timer = setTimeout(tick, 0)
    const stopWatching = useHardware.subscribe(() => {
      if (Math.floor((Date.now() - startedAt) / 1_000) !== shown) tick()
    })
    return () => {
      clearTimeout(timer)
      stopWatching()
    }
  }, [startedAt])
  return now
}
