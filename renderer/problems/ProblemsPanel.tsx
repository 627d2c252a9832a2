import { CircleAlert, Cpu, FileText, Laptop, TriangleAlert } from 'lucide-react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { useDocuments } from '../stores/documentsStore'
import { type Problem, useProblems } from '../stores/problemsStore'
import { goToProblem } from './goToProblem'
import { groupProblems, type ProblemGroup } from './problemList'
import './problems.css'

const SIDE_ICONS = { board: Cpu, computer: Laptop, untitled: FileText } as const

/** Errors and warnings of the open files; Enter or a click goes to the line. */
export function ProblemsPanel(): React.JSX.Element {
  const problems = useProblems((state) => state.problems)
  const documents = useDocuments((state) => state.documents)
  const order = useDocuments((state) => state.order)
  const groups = groupProblems(problems, documents, order)
  return (
    <section className="problems" data-panel="problems" aria-label={t('Problems')}>
      {groups.length === 0 ? (
        <p className="problems-empty">{t('None in open files')}</p>
      ) : (
        <ListBox
          className="problems-list"
          aria-label={t('Problems in open files')}
          selectionMode="none"
          onAction={(key) => {
            const problem = groups.flatMap((group) => group.problems).find((other) => keyOf(other) === key)
            if (problem !== undefined) goToProblem(problem)
          }}
        >
          {groups.map((group) => (
            <Group key={group.document.id} group={group} />
          ))}
        </ListBox>
      )}
    </section>
  )
}

function Group({ group }: { group: ProblemGroup }): React.JSX.Element {
  const Icon = SIDE_ICONS[group.document.ref.side]
  return (
    <ListBoxSection className="problems-group">
      <Header className="problems-file">
        <Icon size={16} aria-hidden />
        <span>{group.document.name}</span>
        <span className="problems-count">{group.problems.length}</span>
      </Header>
      {group.problems.map((problem) => (
        <Row key={keyOf(problem)} problem={problem} />
      ))}
    </ListBoxSection>
  )
}

function Row({ problem }: { problem: Problem }): React.JSX.Element {
  const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert
  return (
    <ListBoxItem
      id={keyOf(problem)}
      className="problems-row"
      textValue={t('{{message}}, line {{line}}', { message: problem.message, line: problem.line })}
    >
      <Icon size={16} className={`problems-${problem.severity}`} aria-label={problem.severity === 'error' ? t('Error') : t('Warning')} />
      <span className="problems-text">
        <span className="problems-message">{problem.message}</span>
        {problem.words !== undefined && <span className="problems-words">{problem.words}</span>}
      </span>
      <span className="problems-place">{t('{{source}}, line {{line}}', { source: t(problem.source), line: problem.line })}</span>
    </ListBoxItem>
  )
}

function keyOf(problem: Problem): string {
  return `${problem.document}\n${problem.line}\n${problem.source}\n${problem.message}`
}
