import { create } from 'zustand'

interface Reveal {
  document: string
  /** Both from 1. */
  line: number
  column: number
  /** Counts up, so that the same place can be asked for twice. */
  count: number
}

/** The place that the editor is to show next. */
export const useReveal = create<{ reveal: Reveal | null }>(() => ({ reveal: null }))

/** Shows a line of a document as soon as its text is in front, and puts the cursor there. */
export function revealLine(document: string, line: number, column: number): void {
  useReveal.setState((state) => ({ reveal: { document, line, column, count: (state.reveal?.count ?? 0) + 1 } }))
}
