import { useId } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { type FileVersion, type HistoryCause, isComputerKey } from '../../shared/history'
import { t } from '../../shared/language/language'
import { restoreVersion, saveVersion, showVersion, showVersionsOf } from '../actions/historyActions'
import { jobReason } from '../connection/availability'
import { dateText } from '../explorer/shownBoard'
import { ActionButton } from '../layout/ActionButton'
import { byteWords } from '../layout/byteWords'
import { useHistory } from '../stores/historyStore'
import { useActiveSession } from '../stores/sessionsStore'
import { VersionDiff } from './VersionDiff'

/** The versions of one file, and the chosen one beside what the file is now. */
export function FileVersions() {
  const { board, files, path, versions, shown } = useHistory()
  const session = useActiveSession()
  const id = useId()
  if (files.length === 0 && versions.length === 0)
    return (
      <p className="sync-note">
        {t('Nothing is kept of this board yet. Before a file is replaced or deleted, its old version is kept here.')}
      </p>
    )
  const known = path === null || files.some((file) => file.path === path) ? files : [{ path, deleted: false }, ...files]
  return (
    <div className="history-files">
      <div className="history-bar">
        <span className="sync-field">
          <label htmlFor={id}>{t('File')}</label>
          <select className="field history-file" id={id} value={path ?? ''} onChange={(event) => void showVersionsOf(event.target.value)}>
            {known.map((file) => (
              <option key={file.path} value={file.path}>
                {file.deleted ? t('{{path}} (deleted)', { path: file.path }) : file.path}
              </option>
            ))}
          </select>
        </span>
        <span className="sync-space" />
        {shown === null ? null : (
          <>
            {board !== null && isComputerKey(board.key) ? null : (
              <ActionButton
                label={t('Restore this version')}
                kind="filled"
                reason={jobReason(session)}
                hint={t('What is on the board now is kept as a version first.')}
                onPress={() => void restoreVersion(shown.version)}
              />
            )}
            <ActionButton label={t('Save to computer…')} kind="outline" onPress={() => void saveVersion(shown.version)} />
          </>
        )}
      </div>
      {versions.length === 0 ? (
        <p className="sync-note">{t('No earlier version of this file is known.')}</p>
      ) : (
        <div className="history-sides">
          <ListBox
            className="history-versions"
            aria-label={t('Versions')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={shown === null ? [] : [keyOf(shown.version)]}
            disabledKeys={versions.filter(({ kept }) => !kept).map(keyOf)}
            onSelectionChange={(keys) => {
              const chosen = versions.find((version) => keys !== 'all' && keys.has(keyOf(version)))
              if (chosen !== undefined) void showVersion(chosen)
            }}
          >
            {versions.map((version) => (
              <VersionRow key={keyOf(version)} version={version} />
            ))}
          </ListBox>
          {shown === null ? null : <VersionDiff shown={shown} />}
        </div>
      )}
    </div>
  )
}

function VersionRow({ version }: { version: FileVersion }) {
  const when = dateText(version.at)
  const what = version.kept ? causeWords(version.cause) : t('contents not kept')
  return (
    <ListBoxItem id={keyOf(version)} className="history-version" textValue={`${when}, ${byteWords(version.size)}, ${what}`}>
      <span>{when}</span>
      <span className="sync-muted">{byteWords(version.size)}</span>
      <span className="sync-muted history-cause">{what}</span>
    </ListBoxItem>
  )
}

function keyOf({ at, sha256 }: FileVersion): string {
  return `${at}:${sha256}`
}

function causeWords(cause: HistoryCause): string {
  switch (cause) {
    case 'before-save':
      return t('before it was replaced')
    case 'before-delete':
      return t('before it was deleted')
    case 'sent':
      return t('sent, not confirmed')
    case 'saved':
      return t('saved from here')
    case 'seen':
      return t('seen on the board')
    default:
      return cause satisfies never
  }
}
