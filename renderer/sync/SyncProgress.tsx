import { t } from '../../shared/language/language'
import { cancelJob } from '../actions/connectionActions'
import { percentDone } from '../connection/stateWords'
import { useActiveSession } from '../stores/sessionsStore'

/** The work under way, with what it is at, how far it is, and a way out. */
export function SyncProgress({ title }: { title: string }) {
  const session = useActiveSession()
  const job = session?.state.kind === 'working' ? session.state.job : null
  const percent = percentDone(job?.progress)
  return (
    <div className="sync-work">
      <p role="status">
        <strong>{title}</strong>
        {job === null ? null : <span className="sync-muted"> {job.name}</span>}
      </p>
      <progress className="sync-progress" aria-label={title} max={100} value={percent ?? undefined} />
      <p className="sync-muted">{t('Every file is whole at any moment, in its old or its new version.')}</p>
      {job?.cancellable === true && !job.cancelling ? (
        <button className="button button-outline" type="button" onClick={() => void cancelJob()}>
          {t('Cancel')}
        </button>
      ) : null}
    </div>
  )
}
