import { CircleAlert, X } from 'lucide-react'
import { t } from '../../shared/language/language'
import { copyModule, moduleFile } from '../actions/moduleActions'
import { ActionButton } from '../layout/ActionButton'
import { useScrollable } from '../layout/useScrollable'
import { singleFileModule } from '../problems/errorWords/importErrors'
import { goToProblem } from '../problems/goToProblem'
import { useDocuments } from '../stores/documentsStore'
import { useProblems } from '../stores/problemsStore'
import { useRun } from '../stores/runStore'
import { useActiveSession } from '../stores/sessionsStore'
import { useTerminal } from './terminalStore'

/** Under the traceback of the last run: what the error means, and the way to its line. Gone while the next run is on. */
export function ErrorCard(): React.JSX.Element | null {
  const session = useActiveSession()
  const lastRun = useRun((state) => (session === null ? undefined : state.lastRun[session.id]))
  const problem = useProblems((state) => state.problems.find((other) => other.document === lastRun && other.source === 'Run'))
  const name = useDocuments((state) => (lastRun === undefined ? undefined : state.documents[lastRun]?.name))
  const dismissed = useTerminal((state) => state.dismissed)
  const [words, isCut] = useScrollable<HTMLDivElement>()
  if (problem === undefined || name === undefined || problem === dismissed || session?.state.kind === 'running') return null
  const module = singleFileModule(problem.message)
  return (
    <div className="error-card" role="group" aria-label={t('Error of the last run')}>
      <CircleAlert size={16} className="error-card-sign" aria-hidden />
      <div className="error-card-text" ref={words} tabIndex={isCut ? 0 : undefined}>
        <strong>{problem.message}</strong>
        {problem.words !== undefined && <span>{problem.words}</span>}
      </div>
      <div className="error-card-actions">
        {module !== null && session !== null && (
          <button type="button" className="button button-outline" onClick={() => void copyModule(session, module)}>
            {t('Copy {{file}} to the board…', { file: moduleFile(module) })}
          </button>
        )}
        <button type="button" className="button button-outline" onClick={() => goToProblem(problem)}>
          {t('{{name}}, line {{line}}', { name, line: problem.line })}
        </button>
      </div>
      <ActionButton iconOnly label={t('Close the error')} icon={X} onPress={() => useTerminal.setState({ dismissed: problem })} />
    </div>
  )
}
