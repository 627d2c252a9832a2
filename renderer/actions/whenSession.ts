import type { SessionSnapshot } from '../../shared/board'
import { useSessions } from '../stores/sessionsStore'

/** Resolves with the session as soon as it is as wanted; null when it has gone, or `limitMs` milliseconds have passed. */
export function whenSession(id: string, wanted: (session: SessionSnapshot) => boolean, limitMs: number): Promise<SessionSnapshot | null> {
  return new Promise((resolve) => {
    const end = (session: SessionSnapshot | null): void => {
      clearTimeout(timer)
      stop()
      resolve(session)
    }
    const look = (): void => {
      const session = useSessions.getState().sessions[id]
      if (session === undefined) end(null)
      else if (wanted(session)) end(session)
    }
    const timer = setTimeout(() => end(null), limitMs)
    const stop = useSessions.subscribe(look)
    look()
  })
}
