import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { askPath } from '../stores/fileDialogsStore'
import { useLayout } from '../stores/layoutStore'
import { appInfo } from './appInfo'

/** Asks for a folder of the computer, by the system's dialog or in the page; null when called off. */
export async function pickFolder(title: string, confirm: string): Promise<string | null> {
  if ((await appInfo()).host === 'electron') return bridge().request('workspace.chooseFolder', {})
  return pickInPage({ mode: 'folder', title, confirm, name: '' })
}

/** Asks for a file of the computer; null when called off. */
export async function pickFile(title = t('Open a file')): Promise<string | null> {
  if ((await appInfo()).host === 'electron') return bridge().request('workspace.chooseFile', {})
  return pickInPage({ mode: 'file', title, confirm: t('Open'), name: '' })
}

/** Asks where on the computer to save; a file that is there is replaced only after a question. Null when called off. */
export async function pickSavePath(name: string): Promise<string | null> {
  if ((await appInfo()).host === 'electron') return bridge().request('workspace.chooseSave', { name })
  return pickInPage({ mode: 'save', title: t('Save on the computer'), confirm: t('Save here'), name })
}

async function pickInPage(question: {
  mode: 'folder' | 'file' | 'save'
  title: string
  confirm: string
  name: string
}): Promise<string | null> {
  const path = await askPath({ ...question, start: useLayout.getState().folder })
  if (path !== null) await bridge().request('workspace.grant', { path })
  return path
}
