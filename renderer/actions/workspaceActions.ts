import { t } from '../../shared/language/language'
import { useLayout } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'
import { openDocument } from './documentActions'
import { pickFile, pickFolder } from './pickPath'

/** Folders that Open recent and the welcome page offer. */
const RECENT_FOLDERS = 6

/** Asks for a folder of the computer and shows it in the explorer. */
export async function openFolder(): Promise<void> {
  try {
    const path = await pickFolder(t('Open a folder'), t('Open this folder'))
    if (path !== null) showFolder(path)
  } catch (error) {
    reportFailure(t('The folder could not be opened.'), error)
  }
}

/** Shows a folder that was opened before. */
export function openRecentFolder(path: string): void {
  showFolder(path)
}

/** Shows no folder of the computer any more. */
export function closeFolder(): void {
  useLayout.setState({ folder: null })
}

/** Asks for a file of the computer and opens it in a tab. */
export async function openFile(): Promise<void> {
  try {
    const path = await pickFile()
    if (path !== null) await openDocument({ side: 'computer', path })
  } catch (error) {
    reportFailure(t('The file could not be opened.'), error)
  }
}

function showFolder(path: string): void {
  useLayout.setState((layout) => ({
    folder: path,
    explorerOpen: true,
    recentFolders: [path, ...layout.recentFolders.filter((other) => other !== path)].slice(0, RECENT_FOLDERS),
  }))
}
