import { t } from '../../shared/language/language'
import { openDocument } from '../actions/documentActions'
import { useDocuments } from '../stores/documentsStore'
import { type Problem, useProblems } from '../stores/problemsStore'
import { reportFailure } from '../stores/noticesStore'
import { groupProblems, nextProblem } from './problemList'

let last: Problem | null = null

/** Brings a problem's line to the front. */
export function goToProblem(problem: Problem): void {
  const ref = useDocuments.getState().documents[problem.document]?.ref
  if (ref === undefined) return
  last = problem
  openDocument(ref, { line: problem.line }).catch((error: unknown) => reportFailure(t('The file could not be opened'), error))
}

/** Goes from problem to problem, round and round. */
export function goToNextProblem(): void {
  const { documents, order } = useDocuments.getState()
  const problem = nextProblem(groupProblems(useProblems.getState().problems, documents, order), last)
  if (problem !== null) goToProblem(problem)
}
