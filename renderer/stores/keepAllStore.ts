import { create } from 'zustand'

interface KeepAllState {
  /** Sessions whose user was not asked yet whether all files are to be kept. */
  asking: ReadonlySet<string>
}

/** Where the strip asks whether copies of a board's files may be kept on this computer. */
export const useKeepAll = create<KeepAllState>(() => ({ asking: new Set() }))

export function setAsking(session: string, on: boolean): void {
  useKeepAll.setState(({ asking }) => ({
    asking: on ? new Set([...asking, session]) : new Set([...asking].filter((id) => id !== session)),
  }))
}
