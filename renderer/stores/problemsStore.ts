import { create } from 'zustand'

/** An error or warning that belongs to a line of a document. */
export interface Problem {
  /** See `documentId`. */
  document: string
  /** From 1. */
  line: number
  severity: 'error' | 'warning'
  message: string
  /** The message in words for a beginner, and what to do. */
  words?: string
  /** Who says so: `Run`, `Check`, later the language tools. */
  source: string
}

interface ProblemsState {
  problems: readonly Problem[]
}

/** Problems of open files; the editor underlines them, the panel lists them. */
export const useProblems = create<ProblemsState>(() => ({ problems: [] }))

/** Replaces what one source said of one document. */
export function setProblems(document: string, source: string, problems: readonly Problem[]): void {
  useProblems.setState((state) => ({
    problems: [...state.problems.filter((old) => old.document !== document || old.source !== source), ...problems],
  }))
}
