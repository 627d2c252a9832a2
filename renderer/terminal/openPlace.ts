import { isBoardPath } from '../../shared/boardPath'
import { t } from '../../shared/language/language'
import { openDocument } from '../actions/documentActions'
import { reportFailure } from '../stores/noticesStore'
import { useDocuments } from '../stores/documentsStore'
import { useRun } from '../stores/runStore'
import { useSessions } from '../stores/sessionsStore'
import { useChannels } from './channels'
import { sayInTerminal } from './terminalStore'
import type { TracebackPlace } from './tracebackLinks'

/** Opens the file that a traceback in a channel's terminal names, at its line. */
export function openTracebackPlace(channel: string, place: Pick<TracebackPlace, 'file' | 'line'>): void {
  const at = { line: place.line }
  const session = useChannels.getState().current[channel]
  if (place.file === '<stdin>') {
    const id = session === undefined ? undefined : useRun.getState().lastRun[session]
    const ref = id == null ? undefined : useDocuments.getState().documents[id]?.ref
    if (ref === undefined) sayInTerminal(t('The text that was run is not open any more'))
    else openDocument(ref, at).catch(sayFailure)
    return
  }
  const root = (session === undefined ? undefined : useSessions.getState().sessions[session]?.board?.root) ?? '/'
  const path = place.file.startsWith('/') ? place.file : `${root === '/' ? '' : root}/${place.file}`
  if (isBoardPath(path)) openDocument({ side: 'board', board: channel, path }, at).catch(sayFailure)
  else sayInTerminal(t('That is no file on the board'))
}

function sayFailure(error: unknown): void {
  reportFailure(t('The file of the traceback could not be opened'), error)
}
