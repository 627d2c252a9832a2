import { CircleAlert, X } from 'lucide-react'
import { ActionButton } from '../layout/ActionButton'
import { goToProblem } from '../problems/goToProblem'
import { plainSentence } from '../problems/plainSentence'
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
  if (problem === undefined || name === undefined || problem === dismissed || session?.state.kind === 'running') return null
  const words = plainSentence(problem.message)
  return (
    <div className="error-card" role="group" aria-label="Error of the last run">
      <CircleAlert size={16} className="error-card-sign" aria-hidden />
      <p>
        <strong>{problem.message}</strong>
        {words !== null && <span>{words}</span>}
      </p>
      <button type="button" className="button button-outline" onClick={() => goToProblem(problem)}>
        {name}, line {problem.line}
      </button>
      <ActionButton iconOnly label="Close the error" icon={X} onPress={() => useTerminal.setState({ dismissed: problem })} />
    </div>
  )
}
