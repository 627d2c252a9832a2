import { useEffect, useState } from 'react'

/** At the latest then, in milliseconds. */
const LATEST_MS = 2_000

/** False while the window starts, then true: for what nobody sees yet. */
export function useAfterStart(): boolean {
  const [started, setStarted] = useState(false)
  useEffect(() => {
    const asked = requestIdleCallback(() => setStarted(true), { timeout: LATEST_MS })
    return () => cancelIdleCallback(asked)
  }, [])
  return started
}

/** True from the first time on that it was asked with true: what was shown once stays in the page. */
export function useOnceTrue(now: boolean): boolean {
  const [once, setOnce] = useState(now)
  if (now && !once) setOnce(true)
  return once || now
}
