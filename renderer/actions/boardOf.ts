import type { SessionSnapshot } from '../../shared/board'
import { useSessions } from '../stores/sessionsStore'

/** The open session with the board of that key, or null while the board isn't there. */
export function sessionOfBoard(boardKey: string): SessionSnapshot | null {
  const sessions = Object.values(useSessions.getState().sessions).filter((session) => session.boardKey === boardKey && isOpen(session))
  return sessions[0] ?? null
}

/** True while the session's board can be asked something. */
export function isOpen(session: SessionSnapshot): boolean {
  const kind = session.state.kind
  return kind === 'attached' || kind === 'ready' || kind === 'running' || kind === 'working'
}
