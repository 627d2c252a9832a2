import { create } from 'zustand'
import type { Problem } from '../stores/problemsStore'

interface TerminalState {
  findOpen: boolean
  scrollLocked: boolean
  /** What the terminal has to say of itself, such as `Copied`; empty most of the time. */
  status: string
  /** Counts up with each status, so that the same words are noticed again. */
  statusId: number
  /** The error whose card the user has closed. */
  dismissed: Problem | null
}

/** How this window's terminal panel stands. */
export const useTerminal = create<TerminalState>(() => ({ findOpen: false, scrollLocked: false, status: '', statusId: 0, dismissed: null }))

/** Says something beside the terminal's buttons; it fades after a few seconds. */
export function sayInTerminal(status: string): void {
  useTerminal.setState((state) => ({ status, statusId: state.statusId + 1 }))
}
