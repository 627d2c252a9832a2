import { useEffect, useState } from 'react'
import { systemClock } from '../../shared/clock'
import { toDisposable } from '../../shared/lifecycle'
import { useHardware } from '../stores/hardwareStore'
import { runningClock } from './runningClock'

/** The time now, in milliseconds since 1970, anew with each whole second since `startedAt`; null: nothing runs. */
export function useRunningTime(startedAt: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (startedAt === null) return
    const ticking = runningClock(startedAt, systemClock, (drawn) => toDisposable(useHardware.subscribe(() => drawn())), setNow)
    return () => ticking.dispose()
  }, [startedAt])
  return now
}
