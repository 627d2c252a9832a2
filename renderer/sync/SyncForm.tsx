import { Cpu, FileArchive, History, Laptop } from 'lucide-react'
import { useId } from 'react'
import { isBoardPath } from '../../shared/boardPath'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { SyncMode } from '../../shared/sync'
import { chooseSyncFolder, comparePlan, setSyncTerms } from '../actions/syncActions'
import { jobReason } from '../connection/availability'
import { dateText } from '../explorer/shownBoard'
import { ActionButton } from '../layout/ActionButton'
import { ICON } from '../layout/icons'
import { useActiveSession } from '../stores/sessionsStore'
import { type SyncSubject, useSync } from '../stores/syncStore'
import { Excludes } from './Excludes'

/** What is compared with what, and how. */
export function SyncForm() {
  const { subject, to, phase } = useSync()
  const session = useActiveSession()
  const board = useId()
  const busy = phase.kind === 'comparing' || phase.kind === 'syncing'
  const wrong = isBoardPath(to) ? null : t('A folder of the board begins with /.')
  const missing = subject.kind === 'folder' && subject.folder === null ? t('Choose a folder of the computer first.') : null
  const planned = phase.kind !== 'choosing'
  return (
    <form
      className="sync-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && wrong === null && missing === null) void comparePlan()
      }}
    >
      <Source subject={subject} disabled={busy} />
      <div className="sync-side">
        <Cpu className="sync-chip" size={ICON} aria-hidden="true" />
        <label htmlFor={board}>{session === null ? t('Board') : portName(session.port)}</label>
        <input
          className="field"
          id={board}
          value={to}
          disabled={busy}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={wrong !== null}
          aria-description={wrong ?? t('The folder on the board')}
          onChange={(event) => setSyncTerms({ to: event.target.value })}
        />
      </div>
      <div className="sync-terms">
        <ModeChoice disabled={busy} />
        <ActionButton
          label={planned ? t('Compare again') : t('Compare')}
          kind={planned ? 'outline' : 'filled'}
          reason={busy ? t('It is under way.') : (missing ?? wrong ?? jobReason(session))}
          onPress={() => void comparePlan()}
        />
      </div>
      {subject.kind === 'folder' ? <Excludes disabled={busy} /> : null}
    </form>
  )
}

function Source({ subject, disabled }: { subject: SyncSubject; disabled: boolean }) {
  switch (subject.kind) {
    case 'folder':
      return (
        <div className="sync-side">
          <Laptop size={ICON} aria-hidden="true" />
          <span>{t('Computer')}</span>
          <bdi className="sync-path" title={subject.folder ?? undefined}>
            {subject.folder ?? t('No folder yet')}
          </bdi>
          <button className="button button-outline" type="button" disabled={disabled} onClick={() => void chooseSyncFolder()}>
            {t('Choose folder…')}
          </button>
        </div>
      )
    case 'backup': {
      const { manifest, files } = subject.contents
      return (
        <div className="sync-side">
          <FileArchive size={ICON} aria-hidden="true" />
          <span>{t('Backup')}</span>
          <bdi className="sync-path" title={subject.file}>
            {t('{{board}}, {{when}}: {{files}}', {
              board: manifest.board.name,
              when: dateText(manifest.at),
              files: t('{{count}} files', { count: files }),
            })}
          </bdi>
        </div>
      )
    }
    case 'snapshot':
      return (
        <div className="sync-side">
          <History size={ICON} aria-hidden="true" />
          <span>{t('History')}</span>
          <span className="sync-path">{dateText(subject.at)}</span>
        </div>
      )
    case 'copy':
      return (
        <div className="sync-side">
          <Cpu className="sync-chip" size={ICON} aria-hidden="true" />
          <span>{subject.name}</span>
          <bdi className="sync-path">{subject.folder}</bdi>
        </div>
      )
    default:
      return subject satisfies never
  }
}

/** Which way, and whether what only the board has is deleted. */
function ModeChoice({ disabled }: { disabled: boolean }) {
  const { subject, mode } = useSync()
  const id = useId()
  const isFolder = subject.kind === 'folder'
  return (
    <>
      {isFolder ? (
        <span className="sync-field">
          <label htmlFor={`${id}-way`}>{t('Direction')}</label>
          <select
            className="field"
            id={`${id}-way`}
            disabled={disabled}
            value={mode === 'mirror' ? 'upload' : mode}
            onChange={(event) => setSyncTerms({ mode: SyncMode.parse(event.target.value) })}
          >
            <option value="upload">{t('Computer to board')}</option>
            <option value="download">{t('Board to computer')}</option>
            <option value="both">{t('Both ways')}</option>
          </select>
        </span>
      ) : null}
      {mode === 'upload' || mode === 'mirror' ? (
        <span className="sync-check">
          <input
            type="checkbox"
            id={`${id}-mirror`}
            disabled={disabled}
            checked={mode === 'mirror'}
            onChange={(event) => setSyncTerms({ mode: event.target.checked ? 'mirror' : 'upload' })}
          />
          <label htmlFor={`${id}-mirror`}>{t('Also delete what only the board has')}</label>
        </span>
      ) : null}
      <span className="sync-space" />
    </>
  )
}
