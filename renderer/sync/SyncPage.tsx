import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { dateText } from '../explorer/shownBoard'
import { useActiveSession } from '../stores/sessionsStore'
import { type SyncSubject, useSync } from '../stores/syncStore'
import { PlanView } from './PlanView'
import './sync.css'
import { SyncFailure } from './SyncFailure'
import { SyncForm } from './SyncForm'
import { SyncOutcome } from './SyncOutcome'
import { SyncProgress } from './SyncProgress'

/** The tab Sync: what is compared with the board, what would be done about it, and what was done. */
export function SyncPage() {
  const subject = useSync((state) => state.subject)
  const session = useActiveSession()
  return (
    <div className="sync">
      <div className="sync-head">
        <h2>{titleOf(subject, session === null ? t('the board') : portName(session.port))}</h2>
        <SyncForm />
      </div>
      <Phase />
    </div>
  )
}

function titleOf(subject: SyncSubject, board: string): string {
  switch (subject.kind) {
    case 'folder':
      return t('Sync a folder with {{board}}', { board })
    case 'backup':
      return t('Restore a backup on {{board}}', { board })
    case 'snapshot':
      return t('Restore {{board}} as it was on {{when}}', { board, when: dateText(subject.at) })
    case 'copy':
      return t('Copy from {{from}} to {{board}}', { from: subject.name, board })
    default:
      return subject satisfies never
  }
}

function Phase() {
  const phase = useSync((state) => state.phase)
  switch (phase.kind) {
    case 'choosing':
      return <p className="sync-note">{t('Nothing is changed before you have seen what would be done.')}</p>
    case 'comparing':
      return <SyncProgress title={t('Comparing both sides')} />
    case 'planned':
      return <PlanView plan={phase.plan} at={phase.at} />
    case 'syncing':
      return <SyncProgress title={t('Syncing')} />
    case 'done':
      return <SyncOutcome plan={phase.plan} result={phase.result} at={phase.at} />
    case 'failed':
      return <SyncFailure error={phase.error} during={phase.during} />
    default:
      return phase satisfies never
  }
}
