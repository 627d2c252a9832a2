import { create } from 'zustand'

interface StatusState {
  /** What succeeded last, for the status bar; empty when there is nothing to say. */
  text: string
  /** Milliseconds since 1970; the status bar may fade a text that is old. */
  at: number
}

/** The status bar's line. Successes are said here, never in a notice. */
export const useStatus = create<StatusState>(() => ({ text: '', at: 0 }))

/** Says that something succeeded. */
export function showStatus(text: string): void {
  useStatus.setState({ text, at: Date.now() })
}
