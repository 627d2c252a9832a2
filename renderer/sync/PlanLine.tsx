import { FileDiff } from 'lucide-react'
import { t } from '../../shared/language/language'
import { SyncAction, type SyncEntry, type SyncLine, type SyncSource } from '../../shared/sync'
import { compareLine } from '../actions/compareLine'
import { shownName } from '../explorer/shownName'
import { byteWords } from '../layout/byteWords'
import { ICON } from '../layout/icons'
import { chooseAction } from '../stores/syncStore'
import { actionWords, lineWords } from './planWords'

interface PlanLineProps {
  line: SyncLine
  source: SyncSource['kind']
  chosen: SyncAction | undefined
}

/** One file of the plan, with its sizes, what it is, and what becomes of it. */
export function PlanLine({ line, source, chosen }: PlanLineProps) {
  const { path, status, here, board, choices, action } = line
  const now = chosen ?? action
  const offered = choices.includes(now) ? choices : [now, ...choices]
  const comparable = status !== 'same' && here?.kind === 'file' && board?.kind === 'file'
  return (
    <tr data-action={now} data-changed={chosen !== undefined && chosen !== action ? true : undefined}>
      <th scope="row">
        <bdi title={path}>{isFolder(line) ? `${shownName(path)}/` : shownName(path)}</bdi>
      </th>
      <td className="sync-size">{sizeOf(here)}</td>
      <td className="sync-size">{sizeOf(board)}</td>
      <td className="sync-what">
        {lineWords(line, source)}
        {comparable ? (
          <button
            className="button button-icon sync-compare"
            type="button"
            aria-label={t('Compare {{name}}', { name: path })}
            title={t('Compare')}
            onClick={() => void compareLine(line)}
          >
            <FileDiff size={ICON} aria-hidden="true" />
          </button>
        ) : null}
      </td>
      <td>
        {choices.length < 2 && choices.includes(now) ? (
          <span className="sync-fixed">{status === 'same' ? t('Nothing') : actionWords(now, source === 'computer')}</span>
        ) : (
          <select
            className="field sync-action"
            aria-label={t('What becomes of {{path}}', { path })}
            value={now}
            onChange={(event) => chooseAction(path, SyncAction.parse(event.target.value))}
          >
            {offered.map((each) => (
              <option key={each} value={each} disabled={!choices.includes(each)}>
                {actionWords(each, source === 'computer')}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  )
}

function isFolder({ here, board }: SyncLine): boolean {
  return (here ?? board)?.kind === 'folder'
}

function sizeOf(entry: SyncEntry | null): string {
  if (entry === null) return '–'
  return entry.kind === 'folder' ? t('Folder') : byteWords(entry.size)
}
