import { boardKey, type SessionSnapshot } from '../../shared/board'
import { spokenLanguage } from '../../shared/language/language'
import { boardRoot } from '../actions/boardListing'
import { jobReason } from '../connection/availability'
import { shownTime } from '../layout/shownTime'
import { usePorts } from '../stores/portsStore'
import { activeSession, useSessions } from '../stores/sessionsStore'

/** The board whose files the explorer shows, and how true they are. */
export interface ShownBoard {
  /** Null while no board is chosen. */
  key: string | null
  session: SessionSnapshot | null
  root: string
  /** `live`: as on the board. `stale`: as last seen, with a date. `busy`: as last seen, and the board has no time now. */
  trust: 'live' | 'stale' | 'busy'
  /** Why nothing can be done with the files now, or null. */
  reason: string | null
}

/** Follows the States table: what the tree of the board is worth in each state. */
export function useShownBoard(): ShownBoard {
  const session = useSessions(activeSession)
  const { ports, selected } = usePorts()
  const port = ports.find((candidate) => candidate.path === selected)
  const key = session?.boardKey ?? (port === undefined ? null : boardKey(port))
  return { key, session, root: session === null ? '/' : boardRoot(session), trust: trustOf(session), reason: jobReason(session) }
}

function trustOf(session: SessionSnapshot | null): ShownBoard['trust'] {
  switch (session?.state.kind) {
    case 'ready':
      return 'live'
    case 'running':
    case 'working':
      return 'busy'
    default:
      return 'stale'
  }
}

/** When a listing was made, for people. */
export function dateText(at: number): string {
  const date = new Date(at).toLocaleDateString(spokenLanguage(), { day: 'numeric', month: 'short' })
  return `${date}, ${shownTime(at)}`
}
