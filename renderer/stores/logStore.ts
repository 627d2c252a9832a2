import { create } from 'zustand'
import type { LogEntry } from '../../shared/log'

interface LogState {
  entries: readonly LogEntry[]
}

/** Lines of the app's log that the window keeps; the file has them all. */
export const useLog = create<LogState>(() => ({ entries: [] }))

const KEPT = 1_000

/** Takes in lines of the log; one that is known already is not repeated. */
export function addLogEntries(added: readonly LogEntry[]): void {
  useLog.setState((state) => {
    const known = new Set(state.entries.map((entry) => entry.id))
    return { entries: [...state.entries, ...added.filter((entry) => !known.has(entry.id))].sort((a, b) => a.id - b.id).slice(-KEPT) }
  })
}

/** Replaces what is kept, after the window has found its main process again. */
export function setLogEntries(entries: readonly LogEntry[]): void {
  useLog.setState({ entries: entries.slice(-KEPT) })
}
