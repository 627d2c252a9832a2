import { CircleAlert } from 'lucide-react'
import type { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { showLargeFiles } from '../actions/largeFiles'
import { comparePlan } from '../actions/syncActions'
import { ICON } from '../layout/icons'
import { byteWords } from '../layout/byteWords'
import { useActiveSession } from '../stores/sessionsStore'

/** Why comparing or syncing failed before anything was changed, and what can be done. */
export function SyncFailure({ error, during }: { error: AppError; during: 'comparing' | 'syncing' }) {
  const session = useActiveSession()
  const { needed, free } = error.details
  const noSpace = error.code === 'no-space' && typeof needed === 'number' && typeof free === 'number'
  return (
    <div className="sync-card" data-tone="error" role="alert">
      <CircleAlert size={ICON} aria-hidden="true" />
      <div>
        <p>
          <strong>{during === 'comparing' ? t('The comparison failed.') : t('Nothing was changed.')}</strong>
        </p>
        <p>
          {noSpace
            ? t('This needs {{needed}}; {{free}} are free on the board. Leave some files as they are, or delete some first.', {
                needed: byteWords(needed),
                free: byteWords(free),
              })
            : error.message}
        </p>
        <div className="sync-buttons">
          <button className="button button-outline" type="button" onClick={() => void comparePlan()}>
            {t('Compare again')}
          </button>
          {noSpace && session !== null ? (
            <button className="button button-outline" type="button" onClick={() => void showLargeFiles(session.boardKey)}>
              {t('Show large files')}
            </button>
          ) : null}
        </div>
      </div>
    </div>
  )
}
