import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { text } from '../../shared/language/language'
import { cursorLine, onceCursorMoved } from '../editor/currentEditor'
import { languageOf } from '../editor/languageOf'
import { onTextChanged, textOf } from '../editor/models'
import { useDocuments } from '../stores/documentsStore'
import { type Problem, setProblems, useProblems } from '../stores/problemsStore'
import { firstMistakes } from './firstMistakes'

const SOURCE = text('Check')
/** A text is looked at when nothing was typed for this long, milliseconds: what is half written is no mistake. */
const QUIET_MS = 800

/** Looks through the open programs for beginners' first mistakes, a while after each change, and lists them as problems. */
export function followTexts(): Disposable {
  const owned = new DisposableStore()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const moves = new Map<string, Disposable>()

  const later = (id: string): void => {
    clearTimeout(timers.get(id))
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id)
        look(id)
      }, QUIET_MS),
    )
  }

  const look = (id: string): void => {
    moves.get(id)?.dispose()
    moves.delete(id)
    const { documents, active } = useDocuments.getState()
    const document = documents[id]
    if (document === undefined) return
    const program = languageOf(document.name) === 'python' ? textOf(id)?.text : undefined
    const line = active === id ? cursorLine() : null
    const mistakes = program === undefined ? [] : firstMistakes(program)
    // On the line that is being written nothing is wrong yet, and what ends there may not be finished.
    const shown = mistakes.filter((mistake) => mistake.line !== line)
    if (shown.length < mistakes.length)
      moves.set(
        id,
        onceCursorMoved(() => later(id)),
      )
    const problems = shown.map((mistake): Problem => ({
      document: id,
      line: mistake.line,
      severity: 'warning',
      message: mistake.text,
      source: SOURCE,
    }))
    if (problems.length > 0 || useProblems.getState().problems.some((old) => old.document === id && old.source === SOURCE)) {
      setProblems(id, SOURCE, problems)
    }
  }

  owned.add(onTextChanged(later))
  owned.add(
    toDisposable(
      useDocuments.subscribe((now, old) => {
        if (now.documents === old.documents) return
        for (const [id, document] of Object.entries(now.documents)) {
          if (document.status === 'text' && old.documents[id]?.status !== 'text') later(id)
        }
        for (const id of Object.keys(old.documents)) if (now.documents[id] === undefined) setProblems(id, SOURCE, [])
      }),
    ),
  )
  owned.add(
    toDisposable(() => {
      for (const timer of timers.values()) clearTimeout(timer)
      for (const move of moves.values()) move.dispose()
    }),
  )
  return owned
}
