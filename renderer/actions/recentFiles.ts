import { boardKey } from '../../shared/board'
import { documentId, type DocumentRef } from '../../shared/layout'
import { addTab } from '../editor/openTabs'
import { activeDocument } from '../stores/documentsStore'
import { useLayout } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'
import { usePorts } from '../stores/portsStore'
import { sessionOfBoard } from './boardOf'
import { connect } from './connectionActions'
import { openDocument } from './documentActions'

/** More than these nobody looks through. */
const KEPT = 8

/** Puts the file in front at the head of the recent ones. */
export function noteRecent(): void {
  const document = activeDocument()
  if (document === null || document.ref.side === 'untitled') return
  const { id, ref } = document
  const { recentFiles } = useLayout.getState()
  const [first] = recentFiles
  if (first !== undefined && documentId(first) === id) return
  useLayout.setState({ recentFiles: [ref, ...recentFiles.filter((other) => documentId(other) !== id)].slice(0, KEPT) })
}

/** Opens a file that was opened before. The virtual board is connected for it; another board's file waits in its tab until that is connected. */
export async function openRecentFile(ref: DocumentRef): Promise<void> {
  try {
    if (ref.side === 'board' && sessionOfBoard(ref.board) === null) {
      const port = usePorts.getState().ports.find((candidate) => boardKey(candidate) === ref.board)
      if (port?.kind !== 'virtual') {
        addTab(ref, { status: 'missing' })
        return
      }
      if ((await connect(port.path)) === null) return
    }
    await openDocument(ref)
  } catch (error) {
    reportFailure('The file could not be opened.', error)
  }
}
