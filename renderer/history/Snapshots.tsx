import type { BoardSnapshot } from '../../shared/history'
import { t } from '../../shared/language/language'
import { restoreSnapshot } from '../actions/historyActions'
import { jobReason } from '../connection/availability'
import { dateText } from '../explorer/shownBoard'
import { ActionButton } from '../layout/ActionButton'
import { byteWords } from '../layout/byteWords'
import { useHistory } from '../stores/historyStore'
import { useActiveSession } from '../stores/sessionsStore'
import '../sync/planTable.css'

/** The board as it was at several times; each can be brought back, after a look at what that would do. */
export function Snapshots() {
  const snapshots = useHistory((state) => state.snapshots)
  const session = useActiveSession()
  if (snapshots.length === 0)
    return <p className="sync-note">{t('No state of the whole board is known yet. One is noted before each sync and with each backup.')}</p>
  return (
    <div className="history-snapshots">
      <table className="sync-table" aria-label={t('The board as it was')}>
        <thead>
          <tr>
            <th scope="col">{t('Time')}</th>
            <th scope="col">{t('Folder')}</th>
            <th scope="col">{t('Noted')}</th>
            <th scope="col">{t('Files')}</th>
            <th scope="col">{t('Size')}</th>
            <th scope="col">{t('Restore')}</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map((snapshot) => (
            <tr key={snapshot.id}>
              <th scope="row">{dateText(snapshot.at)}</th>
              <td>
                <bdi>{snapshot.folder}</bdi>
              </td>
              <td>{causeWords(snapshot)}</td>
              <td>
                {t('{{count}} files', { count: snapshot.files })}
                {snapshot.missing === 0 ? null : (
                  <span className="sync-muted"> {t('{{count, number}} not kept', { count: snapshot.missing })}</span>
                )}
              </td>
              <td>{byteWords(snapshot.bytes)}</td>
              <td>
                <ActionButton
                  label={t('Restore board as it was…')}
                  kind="outline"
                  reason={jobReason(session)}
                  hint={t('Shows first what would be done.')}
                  onPress={() => void restoreSnapshot(snapshot)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function causeWords({ cause }: BoardSnapshot): string {
  switch (cause) {
    case 'listing':
      return t('when it was listed')
    case 'before-sync':
      return t('before a sync')
    case 'backup':
      return t('with a backup')
    default:
      return cause satisfies never
  }
}
