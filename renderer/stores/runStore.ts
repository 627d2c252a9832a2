import { create } from 'zustand'
import type { RunOutcome } from '../../shared/board'

interface RunState {
  /** By session: the id of the document run last. A traceback's `<stdin>` means it. */
  lastRun: Readonly<Record<string, string>>
  /** By session: how the last run ended; absent while it goes on. */
  ended: Readonly<Record<string, RunOutcome['kind']>>
  /** By session: the text that was run last, and its name. */
  lastText: Readonly<Record<string, { name: string; text: string }>>
}

/** Which document was run last on which board, and how that ended. */
export const useRun = create<RunState>(() => ({ lastRun: {}, ended: {}, lastText: {} }))

/** Notes that a document is run now, with this text. */
export function rememberRun(session: string, document: string, program: { name: string; text: string }): void {
  useRun.setState(({ lastRun, ended, lastText }) => ({
    lastRun: { ...lastRun, [session]: document },
    ended: Object.fromEntries(Object.entries(ended).filter(([key]) => key !== session)),
    lastText: { ...lastText, [session]: program },
  }))
}

/** Notes how the run ended. */
export function rememberEnd(session: string, kind: RunOutcome['kind']): void {
  useRun.setState(({ ended }) => ({ ended: { ...ended, [session]: kind } }))
}

/** The document run last in a session, or null. */
export function lastRunDocument(session: string): string | null {
  return useRun.getState().lastRun[session] ?? null
}
