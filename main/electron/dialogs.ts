import { type BrowserWindow, dialog } from 'electron'
import type { Dialogs } from '../host/windowHost'

/** The system's own dialogs, over the given window. */
export function systemDialogs(window: BrowserWindow): Dialogs {
  return {
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
      return filePaths[0] ?? null
    },
    async chooseFile() {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] })
      return filePaths[0] ?? null
    },
    async chooseSave(name) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
      return canceled || filePath === '' ? null : filePath
    },
  }
}
