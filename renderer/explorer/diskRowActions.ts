import { text } from '../../shared/language/language'
import { deleteOnDisk, diskFileAtPowerUp, newDiskFile, newDiskFolder, renameOnDisk } from '../actions/diskFileActions'
import { openDocument } from '../actions/documentActions'
import { openSync } from '../actions/syncActions'
import { uploadToBoard } from '../actions/transferActions'
import { diskParent } from './diskPath'
import type { RowAction } from './rowActions'
import type { TreeEntry } from './treeModel'

/** The menu of a row of the computer's tree. `boardReason` says why nothing can go to the board now. */
export function diskRowActions(
  boardReason: string | null,
  boardFolder: string | undefined,
  entry: TreeEntry,
  entries: readonly TreeEntry[],
): RowAction[] {
  const folder = entry.kind === 'folder' ? entry.path : diskParent(entry.path)
  const paths = entries.map(({ path }) => path)
  const open: RowAction = { label: text('Open'), keys: 'Enter', run: () => void openDocument({ side: 'computer', path: entry.path }) }
  const powerUp: RowAction = { label: text('Run at power-up'), reason: boardReason, run: () => void diskFileAtPowerUp(entry.path) }
  const sync: RowAction = {
    label: text('Sync folder with board…'),
    reason: boardReason,
    run: () => openSync({ folder: entry.path, ...(boardFolder === undefined ? {} : { to: boardFolder }) }),
  }
  return [
    ...(entry.kind === 'file' ? [open] : []),
    {
      label: text('Upload to board'),
      reason: boardReason,
      startsGroup: entry.kind === 'file',
      run: () => void uploadToBoard(paths, boardFolder),
    },
    ...(entry.kind === 'file' && entry.name.endsWith('.py') ? [powerUp] : []),
    ...(entry.kind === 'folder' ? [sync] : []),
    { label: text('Rename'), keys: 'F2', startsGroup: true, run: () => void renameOnDisk(entry) },
    { label: text('Delete'), keys: 'Delete', run: () => void deleteOnDisk(entries) },
    { label: text('New file'), startsGroup: true, run: () => void newDiskFile(folder) },
    { label: text('New folder'), run: () => void newDiskFolder(folder) },
  ]
}
