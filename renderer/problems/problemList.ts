import type { OpenDocument } from '../stores/documentsStore'
import type { Problem } from '../stores/problemsStore'

/** The problems of one document, by line. */
export interface ProblemGroup {
  document: OpenDocument
  problems: readonly Problem[]
}

/** Problems without those that a run has told in its own way: the board stopped at a line that had been found wrong before. */
export function shownProblems(problems: readonly Problem[]): Problem[] {
  const told = new Set(problems.filter(({ source }) => source === 'Run').map(({ document, line }) => `${line} ${document}`))
  return problems.filter(({ source, document, line }) => source !== 'Check' || !told.has(`${line} ${document}`))
}

/** Problems grouped by document in the order of the tabs; those of closed files are left out. */
export function groupProblems(
  problems: readonly Problem[],
  documents: Readonly<Record<string, OpenDocument>>,
  order: readonly string[],
): ProblemGroup[] {
  const shown = shownProblems(problems)
  return order.flatMap((id) => {
    const document = documents[id]
    const own = shown.filter((problem) => problem.document === id).toSorted((a, b) => a.line - b.line)
    return document === undefined || own.length === 0 ? [] : [{ document, problems: own }]
  })
}

/** The problem after `last`, the first one after the end; null when there is none. */
export function nextProblem(groups: readonly ProblemGroup[], last: Problem | null): Problem | null {
  const all = groups.flatMap((group) => group.problems)
  const at = all.findIndex(({ document, line, message }) => document === last?.document && line === last.line && message === last.message)
  return all[(at + 1) % all.length] ?? null
}
