import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { checkDiskName, freeName, stemLength } from '../editor/fileNames'
import { tabsDeleted, tabsMoved } from '../editor/followFiles'
import { decodeText } from '../editor/textCodec'
import { diskJoin, diskName, diskParent, isDiskWithin } from '../explorer/diskPath'
import { deletionText } from '../explorer/deletionText'
import { topmost, type TreeEntry } from '../explorer/treeModel'
import { ask, askText } from '../stores/dialogsStore'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { activeSession } from '../stores/sessionsStore'
import { showStatus } from '../stores/statusStore'
import { useWorkspace } from '../stores/workspaceStore'
import { putText } from './boardFileActions'
import { refreshDiskFolder, toggleDiskFolder } from './diskListing'
import { openDocument } from './documentActions'

function namesIn(folder: string): string[] {
  return useWorkspace.getState().tree.levels[folder]?.entries.map((entry) => entry.name) ?? []
}

/** Asks for a name and makes an empty file in a folder of the computer, then opens it. */
export async function newDiskFile(folder: string): Promise<void> {
  const path = await askNew(folder, t('New file on the computer'), 'untitled.py')
  if (path === null) return
  const done = await onDisk(t('{{name}} could not be made.', { name: diskName(path) }), () =>
    bridge().request('workspace.writeFile', { path, bytes: new Uint8Array(0) }),
  )
  if (!done) return
  await refreshDiskFolder(folder)
  await openDocument({ side: 'computer', path })
}

/** Asks for a name and makes a folder on the computer. */
export async function newDiskFolder(folder: string): Promise<void> {
  const path = await askNew(folder, t('New folder on the computer'), t('new folder'))
  if (path === null) return
  if (await onDisk(t('{{name}} could not be made.', { name: diskName(path) }), () => bridge().request('workspace.makeFolder', { path })))
    await toggleDiskFolder(folder, true)
}

async function askNew(folder: string, title: string, proposed: string): Promise<string | null> {
  const taken = namesIn(folder)
  const initial = freeName(proposed, taken)
  const name = await askText({
    title,
    label: t('Name'),
    initial,
    selectUntil: stemLength(initial),
    confirm: t('Create'),
    check: (text) => checkDiskName(text, folder, taken),
  })
  return name === null ? null : diskJoin(folder, name)
}

/** Asks for another name of a file or folder of the computer; its tabs follow. */
export async function renameOnDisk(entry: TreeEntry): Promise<void> {
  const folder = diskParent(entry.path)
  const taken = namesIn(folder).filter((name) => name !== entry.name)
  const name = await askText({
    title: t('Rename {{name}}', { name: entry.name }),
    label: t('New name'),
    initial: entry.name,
    selectUntil: stemLength(entry.name),
    confirm: t('Rename'),
    check: (text) => checkDiskName(text, folder, taken),
  })
  if (name !== null && name !== entry.name) await moveOne(entry.path, diskJoin(folder, name))
}

/** Moves files and folders of the computer into another folder; their tabs follow. */
export async function moveOnDisk(paths: readonly string[], folder: string): Promise<void> {
  for (const path of topmost(paths, isDiskWithin)) {
    if (isDiskWithin(path, folder) || diskParent(path) === folder) continue
    if (!(await moveOne(path, diskJoin(folder, diskName(path))))) return
  }
}

async function moveOne(from: string, to: string): Promise<boolean> {
  const done = await onDisk(t('{{name}} could not be moved to {{to}}.', { name: diskName(from), to }), () =>
    bridge().request('workspace.rename', { from, to }),
  )
  if (!done) return false
  await tabsMoved({ side: 'computer' }, from, to)
  await refreshDiskFolder(diskParent(from))
  if (diskParent(from) !== diskParent(to)) await refreshDiskFolder(diskParent(to))
  return true
}

/** Moves files and folders to the system's bin, after a question. */
export async function deleteOnDisk(entries: readonly TreeEntry[]): Promise<void> {
  const paths = topmost(
    entries.map((entry) => entry.path),
    isDiskWithin,
  )
  const chosen = entries.filter((entry) => paths.includes(entry.path))
  let files = chosen.filter((entry) => entry.kind === 'file').length
  for (const { name, path, kind } of chosen) {
    if (kind === 'file') continue
    const counted = await onDisk(t('{{name}} could not be counted.', { name }), async () => {
      files += (await bridge().request('workspace.count', { path })).files
    })
    if (!counted) return
  }
  const what = deletionText(
    chosen.map((entry) => entry.name),
    files,
    chosen.some((entry) => entry.kind === 'folder'),
  )
  const answer = await ask({
    title: t('Delete {{what}}?', { what }),
    text: t('It goes to the system’s bin.'),
    choices: [
      { id: 'delete', label: t('Delete'), kind: 'danger' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  if (
    answer !== 'delete' ||
    !(await onDisk(t('{{name}} could not be deleted.', { name: what }), () => bridge().request('workspace.trash', { paths })))
  )
    return
  for (const path of paths) tabsDeleted({ side: 'computer' }, path)
  showStatus(t('Moved {{what}} to the bin', { what }))
  for (const folder of new Set(paths.map(diskParent))) await refreshDiskFolder(folder)
}

/** Puts a text file of the computer on the shown board as main.py. */
export async function diskFileAtPowerUp(path: string): Promise<void> {
  await onDisk(t('{{name}} could not be read.', { name: diskName(path) }), async () => {
    const decoded = decodeText((await bridge().request('workspace.readFile', { path })).bytes)
    const session = activeSession()
    if (decoded.kind === 'binary')
      showNotice({
        tone: 'warn',
        title: t('{{name}} is not text.', { name: diskName(path) }),
        text: t('Only a Python program can run at power-up.'),
      })
    else if (session !== null) await putText(session, 'main.py', decoded.text, path)
  })
}

async function onDisk(title: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    reportFailure(title, error)
    return false
  }
}
