import type { SessionSnapshot } from '../../shared/board'
import { parentBoardPath } from '../../shared/boardPath'
import { text } from '../../shared/language/language'
import { copyToPowerUp, deleteOnBoard, newBoardFile, newBoardFolder, renameOnBoard } from '../actions/boardFileActions'
import { openDocument } from '../actions/documentActions'
import { openHistory } from '../actions/historyActions'
import { openSync } from '../actions/syncActions'
import { downloadFromBoard } from '../actions/transferActions'
import type { RowAction } from './rowActions'
import type { TreeEntry } from './treeModel'

/** The menu of a row of the board's tree. `entries` is what Delete and Download are about. */
export function boardRowActions(
  session: SessionSnapshot,
  reason: string | null,
  entry: TreeEntry,
  entries: readonly TreeEntry[],
): RowAction[] {
  const folder = entry.kind === 'folder' ? entry.path : parentBoardPath(entry.path)
  const paths = entries.map(({ path }) => path)
  const open: RowAction = {
    label: text('Open'),
    keys: 'Enter',
    reason,
    run: () => void openDocument({ side: 'board', board: session.boardKey, path: entry.path }),
  }
  const powerUp: RowAction = { label: text('Run at power-up'), reason, run: () => void copyToPowerUp(session, entry.path) }
  return [
    ...(entry.kind === 'file' ? [open] : []),
    ...(entry.kind === 'file' && entry.name.endsWith('.py') ? [powerUp] : []),
    { label: text('Download'), reason, startsGroup: entry.kind === 'file', run: () => void downloadFromBoard(session.boardKey, paths) },
    entry.kind === 'folder'
      ? { label: text('Sync folder with board…'), reason, run: () => openSync({ to: entry.path }) }
      : { label: text('History…'), run: () => void openHistory(entry.path) },
    { label: text('Rename'), keys: 'F2', reason, startsGroup: true, run: () => void renameOnBoard(session, entry) },
    { label: text('Delete'), keys: 'Delete', reason, run: () => void deleteOnBoard(session, entries) },
    { label: text('New file'), reason, startsGroup: true, run: () => void newBoardFile(session, folder) },
    { label: text('New folder'), reason, run: () => void newBoardFolder(session, folder) },
  ]
}
