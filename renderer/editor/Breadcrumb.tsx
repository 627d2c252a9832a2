import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { t } from '../../shared/language/language'
import type { OpenDocument } from '../stores/documentsStore'
import { useLayout } from '../stores/layoutStore'
import { usePorts } from '../stores/portsStore'
import { useSessions } from '../stores/sessionsStore'
import { boardKey } from '../../shared/board'
import { portName } from '../../shared/portName'
import { diskName, isDiskWithin } from '../explorer/diskPath'
import { shownName } from '../explorer/shownName'

/** Where the file in front lives: the board or the folder, then the way down to it. */
export function Breadcrumb({ document }: { document: OpenDocument }) {
  const parts = useParts(document)
  return (
    <nav className="editor-breadcrumb" aria-label={t('Place of the file')}>
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <ChevronRight size={12} aria-hidden="true" />}
          <bdi title={part}>{shownName(part)}</bdi>
        </Fragment>
      ))}
      {document.changedElsewhere && (
        <span className="editor-breadcrumb-note">
          {document.ref.side === 'board' ? t('Changed on the board since it was opened') : t('Changed on the computer since it was opened')}
        </span>
      )}
      {document.status === 'missing' && document.unsaved && (
        <span className="editor-breadcrumb-note">{t('The file is no longer there')}</span>
      )}
    </nav>
  )
}

function useParts({ ref, name }: OpenDocument): string[] {
  const folder = useLayout((state) => state.folder)
  const ports = usePorts((state) => state.ports)
  const sessions = useSessions((state) => state.sessions)
  if (ref.side === 'untitled') return [name, t('not saved yet')]
  if (ref.side === 'computer') {
    if (folder === null || !isDiskWithin(folder, ref.path)) return split(ref.path)
    return [diskName(folder), ...split(ref.path.slice(folder.length))]
  }
  const port =
    Object.values(sessions).find((session) => session.boardKey === ref.board)?.port ??
    ports.find((candidate) => boardKey(candidate) === ref.board)
  return [port === undefined ? t('Board') : portName(port), ...split(ref.path)]
}

function split(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '')
}
