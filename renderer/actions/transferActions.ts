import { isWithin } from '../../shared/boardPath'
import { t, text } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { topmost } from '../explorer/treeModel'
import { isDiskWithin } from '../explorer/diskPath'
import { useDocuments } from '../stores/documentsStore'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { activeSession } from '../stores/sessionsStore'
import { openPicker } from '../stores/shellStore'
import { showStatus } from '../stores/statusStore'
import { askConflicts, transferText } from './askConflicts'
import { sessionOfBoard } from './boardOf'
import { boardRoot } from './boardListing'
import { refreshDiskFolder } from './diskListing'
import { pickFolder } from './pickPath'
import { reloadDocument } from './readDocument'
import { withPrompt } from './withPrompt'

/** Copies files and folders of a board into a folder of the computer; asks for the folder when none is given. */
export async function downloadFromBoard(board: string, paths: readonly string[], to?: string): Promise<void> {
  const session = sessionOfBoard(board)
  if (session === null) {
    showNotice({ tone: 'warn', title: t('The board isn’t connected.'), text: t('Connect it to copy files from it.') })
    return
  }
  try {
    const folder = to ?? (await pickFolder(t('Download into a folder'), t('Download here')))
    if (folder === null) return
    const from = topmost(paths, isWithin)
    const done = await withPrompt(text('Downloading'), (stop) =>
      askConflicts(t('on the computer'), (conflict) =>
        bridge().request('board.download', { session: session.id, from, to: folder, stop, conflict }),
      ),
    )
    if (done === null) return
    showStatus(transferText(done, t('downloaded to {{folder}}', { folder })))
    await refreshDiskFolder(folder)
  } catch (error) {
    reportFailure(t('The download failed.'), error)
  }
}

/** Copies files and folders of the computer into a folder of the shown board; into its root when none is given. */
export async function uploadToBoard(paths: readonly string[], folder?: string): Promise<void> {
  const session = activeSession()
  if (session === null) {
    openPicker()
    return
  }
  try {
    const from = topmost(paths, isDiskWithin)
    const to = folder ?? boardRoot(session)
    const done = await withPrompt(text('Uploading'), (stop) =>
      askConflicts(t('on the board'), (conflict) => bridge().request('board.upload', { session: session.id, from, to, stop, conflict })),
    )
    if (done === null) return
    showStatus(transferText(done, t('on the board, in {{folder}}', { folder: to })))
    await reloadOpen(session.boardKey, to)
  } catch (error) {
    reportFailure(t('The upload failed.'), error)
  }
}

/** Tabs of files that an upload may have replaced show what the board holds now. */
export async function reloadOpen(board: string, folder: string): Promise<void> {
  for (const { id, ref } of Object.values(useDocuments.getState().documents)) {
    if (ref.side === 'board' && ref.board === board && isWithin(folder, ref.path)) await reloadDocument(id)
  }
}
