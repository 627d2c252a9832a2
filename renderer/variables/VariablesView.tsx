import { RefreshCw, SquareFunction } from 'lucide-react'
import type { SessionSnapshot } from '../../shared/board'
import { spokenLanguage, t } from '../../shared/language/language'
import { ActionButton } from '../layout/ActionButton'
import { useActiveSession } from '../stores/sessionsStore'
import { refreshVariables, variablesReason } from './readVariables'
import './variables.css'
import { type BoardVariables, isOld, noVariables, useVariables, variablesOf } from './variablesStore'
import { VariableTree } from './VariableTree'

/** The names in the board's global scope after a run. */
export function VariablesView(): React.JSX.Element {
  const session = useActiveSession()
  const known = useVariables((state) => (session === null ? noVariables : variablesOf(session.id, state)))
  const showAll = useVariables((state) => state.showAll)
  const reason = known.isReading ? t('The names are being read.') : variablesReason(session)
  return (
    <section className="variables" aria-label={t('Variables')}>
      <div className="variables-head">
        <span className="variables-age" role="status">
          {ageWords(known)}
        </span>
        <ActionButton
          iconOnly
          icon={SquareFunction}
          label={t('Show modules and functions')}
          pressed={showAll}
          onPress={() => useVariables.setState({ showAll: !showAll })}
        />
        <ActionButton
          iconOnly
          icon={RefreshCw}
          label={t('Refresh variables')}
          reason={reason}
          onPress={() => {
            if (session !== null) void refreshVariables(session)
          }}
        />
      </div>
      {known.failure !== null && <p className="variables-failure">{known.failure}</p>}
      <Content session={session} known={known} />
    </section>
  )
}

function Content({ session, known }: { session: SessionSnapshot | null; known: BoardVariables }): React.JSX.Element {
  if (session !== null && known.readRun !== null) return <VariableTree session={session} known={known} />
  if (known.isReading) return <p className="variables-empty variables-late">{t('Reading names…')}</p>
  return (
    <div className="variables-empty">
      <p>{t('Run a program to see its names and values')}</p>
    </div>
  )
}

/** When the names were read; says so where something ran since. */
function ageWords(known: BoardVariables): string {
  if (known.readRun === null) return ''
  const time = new Date(known.readAt).toLocaleTimeString(spokenLanguage(), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return isOld(known) ? t('Old, from {{time}}', { time }) : t('From {{time}}', { time })
}
