import type { RunOutcome } from '../../shared/board'
import { t, text } from '../../shared/language/language'
import { parseTraceback, type TracebackFrame } from '../../shared/traceback'
import { useDocuments } from '../stores/documentsStore'
import { explainError } from './explainError'
import { type Problem, setProblems, useProblems } from '../stores/problemsStore'

const SOURCE = text('Run')

/**
 * Takes in how a run ended: its error becomes a problem of the document that was run, at the innermost line of it; a good end takes the
 * problems of earlier runs away. A run whose board vanished says nothing of the text. `text` is what was run.
 */
export function reportRun(documentId: string | null, outcome: RunOutcome, text: string): void {
  if (outcome.kind === 'lost') return
  clearRunProblems()
  if (documentId === null || outcome.kind !== 'error' || outcome.traceback === undefined) return
  const ref = useDocuments.getState().documents[documentId]?.ref
  const problem = runProblem(documentId, outcome.traceback, ref?.side === 'board' ? ref.path : null, text)
  if (problem !== null) setProblems(documentId, SOURCE, [problem])
}

/** Takes the problems of earlier runs away: another begins, and the text may have changed. */
export function clearRunProblems(): void {
  for (const old of useProblems.getState().problems) if (old.source === SOURCE) setProblems(old.document, SOURCE, [])
}

/**
 * The problem that a traceback tells of. `boardPath` is the document's own place on the board, for frames that name it instead of `<stdin>`.
 * Null for what is no traceback, or has no line in the document.
 */
export function runProblem(document: string, traceback: string, boardPath: string | null, text = ''): Problem | null {
  const parsed = parseTraceback(traceback)
  const frame = parsed?.frames.findLast(
    ({ file }) => file === '<stdin>' || (boardPath !== null && (file === boardPath || `/${file}` === boardPath)),
  )
  if (parsed === null || frame === undefined) return null
  const message = parsed.message === '' ? parsed.exception : `${parsed.exception}: ${parsed.message}`
  const words = wordsFor(message, parsed.frames, frame, text)
  return { document, line: frame.line, severity: 'error', message, ...(words === null ? {} : { words }), source: SOURCE }
}

/** Files of the virtual board's firmware: an error in one is about what the program asked of it. */
const FIRMWARE = '/.rom/'

/** In words, with the place where it isn't in the text that was run: then that text explains nothing. */
function wordsFor(message: string, frames: readonly TracebackFrame[], frame: TracebackFrame, program: string): string | null {
  const last = frames.at(-1)
  if (last === undefined || last === frame || last.file.startsWith(FIRMWARE))
    return explainError(message, { text: program, line: frame.line })
  const words = explainError(message)
  const place = t('It happened in {{file}}, line {{line}}.', { file: last.file, line: last.line })
  return words === null ? place : `${place} ${words}`
}
