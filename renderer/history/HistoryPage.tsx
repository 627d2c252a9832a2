import { useId } from 'react'
import { t } from '../../shared/language/language'
import { forgetHistory, openHistory, showHistoryOf } from '../actions/historyActions'
import { useHistory } from '../stores/historyStore'
import { reportFailure } from '../stores/noticesStore'
import { useSettings } from '../stores/settingsStore'
import '../sync/sync.css'
import './history.css'
import { FileVersions } from './FileVersions'
import { Snapshots } from './Snapshots'

/** The tab History: what the files of a board were earlier, and the board as a whole. */
export function HistoryPage() {
  const { board, boards, part, files, snapshots, loading } = useHistory()
  const enabled = useSettings((state) => state.history)
  const id = useId()
  const several = board !== null && boards.some(({ key }) => key !== board.key)
  return (
    <div className="history">
      <div className="history-head">
        <h2>{board === null ? t('History') : t('History of {{board}}', { board: board.name })}</h2>
        {several ? (
          <span className="sync-field">
            <label htmlFor={id}>{t('Board or folder')}</label>
            <select className="field history-board" id={id} value={board.key} onChange={(event) => showBoard(event.target.value)}>
              {boards.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </span>
        ) : null}
        <div className="history-parts" role="group" aria-label={t('What is shown')}>
          {(['files', 'board'] as const).map((each) => (
            <button
              key={each}
              className="button button-outline"
              type="button"
              aria-pressed={part === each}
              onClick={() => useHistory.setState({ part: each })}
            >
              {each === 'files' ? t('Files') : t('Whole board')}
            </button>
          ))}
        </div>
        <span className="sync-space" />
        <button className="button" type="button" onClick={() => void openHistory()}>
          {t('Refresh')}
        </button>
        {files.length + snapshots.length === 0 ? null : (
          <button className="button" type="button" onClick={() => void forgetHistory()}>
            {t('Forget…')}
          </button>
        )}
      </div>
      {enabled ? null : <p className="sync-note">{t('The history is switched off in the settings: nothing new is kept.')}</p>}
      {loading && files.length === 0 ? null : part === 'files' ? <FileVersions /> : <Snapshots />}
    </div>
  )
}

function showBoard(key: string): void {
  showHistoryOf(key).catch((error: unknown) => reportFailure(t('The history could not be read.'), error))
}
