import { create } from 'zustand'

interface RunState {
  /** By session: the id of the document run last. A traceback's `<stdin>` means it. */
  lastRun: Readonly<Record<string, string>>
}

/** Which document was run last on which board. */
export const useRun = create<RunState>(() => ({ lastRun: {} }))

/** Notes that a document is run now. */
export function rememberRun(session: string, document: string): void {
  useRun.setState((state) => ({ lastRun: { ...state.lastRun, [session]: document } }))
}

/** The document run last in a session, or null. */
export function lastRunDocument(session: string): string | null {
  return useRun.getState().lastRun[session] ?? null
}
