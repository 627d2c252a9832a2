import { t } from '../../shared/language/language'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { documentId } from '../../shared/layout'
import { AppError, hasCode } from '../../shared/errors'
import type { WorkspaceEntry } from '../../shared/workspace'
import { bridge } from '../bridge/bridge'
import { diskParent } from '../explorer/diskPath'
import { useDocuments } from '../stores/documentsStore'
import { useLayout } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'
import { expandDiskFolder, putDiskLevel, resetWorkspace, setDiskLoading, useWorkspace } from '../stores/workspaceStore'
import { reloadDocument } from './readDocument'

/** Lists a folder of the computer into the tree. What fails for the opened folder is said in the tree, else in a notice. */
export async function listDiskFolder(path: string): Promise<void> {
  setDiskLoading(path, true)
  try {
    const { entries } = await bridge().request('workspace.list', { path })
    putDiskLevel(path, entries)
    await reloadChanged(entries)
  } catch (error) {
    if (path === useLayout.getState().folder) useWorkspace.setState({ failure: AppError.from(error).message })
    else if (!hasCode(error, 'not-found')) reportFailure(t('The folder could not be listed.'), error)
  } finally {
    setDiskLoading(path, false)
  }
}

/** Opens or closes a folder of the tree; an opened one is listed. */
export async function toggleDiskFolder(path: string, open: boolean): Promise<void> {
  expandDiskFolder(path, open)
  if (open) await listDiskFolder(path)
}

/** Lists a folder again when the tree shows it. */
export async function refreshDiskFolder(path: string): Promise<void> {
  if (useWorkspace.getState().tree.levels[path] !== undefined) await listDiskFolder(path)
}

/** Lists every shown folder again. */
export async function refreshDisk(): Promise<void> {
  const { folder } = useLayout.getState()
  if (folder === null) return
  await listDiskFolder(folder)
  for (const path of useWorkspace.getState().tree.expanded) await refreshDiskFolder(path)
}

/** Open tabs whose file was changed by another program take the change in. */
async function reloadChanged(entries: readonly WorkspaceEntry[]): Promise<void> {
  for (const { path, mtime } of entries) {
    const document = useDocuments.getState().documents[documentId({ side: 'computer', path })]
    if (document !== undefined && document.mtime !== null && document.mtime !== mtime && !document.changedElsewhere)
      await reloadDocument(document.id)
  }
}

/** A folder outside the tree changed: its open files are looked at by themselves. */
async function reloadIn(folder: string): Promise<void> {
  for (const { id, ref, mtime } of Object.values(useDocuments.getState().documents)) {
    if (ref.side === 'computer' && mtime !== null && diskParent(ref.path) === folder) await reloadDocument(id)
  }
}

/** Keeps the computer's tree in step with the opened folder and with what other programs change in it. */
export function followDisk(): Disposable {
  const owned = new DisposableStore()
  let shown: string | null = null
  const look = (): void => {
    const { folder } = useLayout.getState()
    if (folder === shown) return
    shown = folder
    resetWorkspace()
    if (folder !== null) void listDiskFolder(folder)
  }
  const onChange = async (path: string): Promise<void> => {
    try {
      if (useWorkspace.getState().tree.levels[path] === undefined) await reloadIn(path)
      else await listDiskFolder(path)
    } catch (error) {
      if (!hasCode(error, 'not-found')) reportFailure(t('A change on the computer could not be taken in.'), error)
    }
  }
  owned.add(toDisposable(useLayout.subscribe(look)))
  owned.add(bridge().on('workspace.changed', ({ path }) => void onChange(path)))
  look()
  return owned
}
