import { create } from 'zustand'
import type { SessionSnapshot } from '../../shared/board'

interface SessionsState {
  /** Open sessions by id, as main reported them last. */
  sessions: Readonly<Record<string, SessionSnapshot>>
  /** The session that the toolbar, trees and terminal show. It stays after the session has ended, so that its scrollback does. */
  active: string | null
}

/** What main says of its board sessions. */
export const useSessions = create<SessionsState>(() => ({ sessions: {}, active: null }))

/** The session that the window shows, or null. */
export function activeSession(state: SessionsState = useSessions.getState()): SessionSnapshot | null {
  return state.active === null ? null : (state.sessions[state.active] ?? null)
}

/** Hook form of `activeSession`. */
export function useActiveSession(): SessionSnapshot | null {
  return useSessions(activeSession)
}

/** Takes in a newer snapshot. */
export function putSession(session: SessionSnapshot): void {
  useSessions.setState((state) => ({ sessions: { ...state.sessions, [session.id]: session } }))
}

/** Forgets an ended session. */
export function dropSession(id: string): void {
  useSessions.setState((state) => ({
    sessions: Object.fromEntries(Object.entries(state.sessions).filter(([key]) => key !== id)),
  }))
}
