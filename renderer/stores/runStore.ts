import { create } from 'zustand'

interface RunState {
  /** By session: the id of the document run last. A traceback's `<stdin>` means it. */
  lastRun: Readonly<Record<string, string>>
  /** By session: the text that was run last, and its name. */
  lastText: Readonly<Record<string, { name: string; text: string }>>
}

/** Which document was run last on which board. */
export const useRun = create<RunState>(() => ({ lastRun: {}, lastText: {} }))

/** Notes that a document is run now, with this text. */
export function rememberRun(session: string, document: string, program: { name: string; text: string }): void {
  useRun.setState((state) => ({ lastRun: { ...state.lastRun, [session]: document }, lastText: { ...state.lastText, [session]: program } }))
}

/** The document run last in a session, or null. */
export function lastRunDocument(session: string): string | null {
  return useRun.getState().lastRun[session] ?? null
}
