import { create } from 'zustand'
import { useSessions } from '../stores/sessionsStore'

/**
 * What is kept of a board's output outlives its session: terminal and plot belong to a channel, which is the board's key. A board
 * that comes back under a new session goes on in the same terminal.
 */
interface ChannelsState {
  /** Channel by session id, of every session seen since the page was loaded. */
  bySession: Readonly<Record<string, string>>
  /** The session that a channel carries now, or carried last. */
  current: Readonly<Record<string, string>>
}

export const useChannels = create<ChannelsState>(() => ({ bySession: {}, current: {} }))

/** Joins a session to its board's channel. */
export function joinChannel(session: string, channel: string): void {
  useChannels.setState((state) => ({
    bySession: { ...state.bySession, [session]: channel },
    current: { ...state.current, [channel]: session },
  }))
}

/** The channel that the window shows, or null before the first board. */
export function activeChannel(): string | null {
  const active = useSessions.getState().active
  return active === null ? null : (useChannels.getState().bySession[active] ?? null)
}

/** Hook form of `activeChannel`. */
export function useActiveChannel(): string | null {
  const active = useSessions((state) => state.active)
  return useChannels((state) => (active === null ? null : (state.bySession[active] ?? null)))
}
