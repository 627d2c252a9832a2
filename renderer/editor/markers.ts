import { t } from '../../shared/language/language'
import { type Problem, useProblems } from '../stores/problemsStore'
import { modelOf } from './models'
import { monaco } from './monaco'

const OWNER = 'perfboard'

/** Underlines the problems of a document in its text; needs its model. */
export function drawMarkers(id: string, problems: readonly Problem[] = useProblems.getState().problems): void {
  const model = modelOf(id)
  if (model === null) return
  monaco.editor.setModelMarkers(
    model,
    OWNER,
    problems
      .filter((problem) => problem.document === id && problem.line >= 1 && problem.line <= model.getLineCount())
      .map((problem) => markerOf(model, problem)),
  )
}

function markerOf(model: monaco.editor.ITextModel, problem: Problem): monaco.editor.IMarkerData {
  return {
    severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: problem.words === undefined ? problem.message : `${problem.message}\n${problem.words}`,
    source: t(problem.source),
    startLineNumber: problem.line,
    startColumn: Math.max(1, model.getLineFirstNonWhitespaceColumn(problem.line)),
    endLineNumber: problem.line,
    endColumn: model.getLineMaxColumn(problem.line),
  }
}
