import { Menu, type MenuItemConstructorOptions } from 'electron'
import { t } from '../../shared/language/language'

/** The native menu: macOS expects one; elsewhere the page has its own. `command` runs a command of the page by its id. Called again for another language. */
export function setupMenu(command: (id: string) => void): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null)
    return
  }
  const item = (label: string, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => command(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        submenu: [
          { role: 'about' },
          separator,
          item(t('Settings…'), 'app.settings', 'Cmd+,'),
          separator,
          { role: 'hide' },
          { role: 'hideOthers' },
          { role: 'unhide' },
          separator,
          { role: 'quit' },
        ],
      },
      {
        label: t('File'),
        submenu: [
          item(t('New File'), 'file.new', 'Cmd+N'),
          item(t('Open Folder…'), 'file.openFolder'),
          separator,
          item(t('Save'), 'file.save', 'Cmd+S'),
          item(t('Save As…'), 'file.saveAs', 'Cmd+Shift+S'),
        ],
      },
      { role: 'editMenu' },
      {
        label: t('View'),
        submenu: [
          item(t('Command Palette…'), 'view.palette', 'Cmd+Shift+P'),
          separator,
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { role: 'togglefullscreen' },
        ],
      },
      {
        label: t('Run'),
        submenu: [
          item(t('Run'), 'run.run', 'F5'),
          item(t('Stop'), 'run.stop', 'Shift+F5'),
          separator,
          item(t('Run at Power-Up'), 'run.powerUp'),
        ],
      },
      {
        label: t('Board'),
        submenu: [
          item(t('Choose Board…'), 'board.choose', 'Cmd+Shift+B'),
          item(t('Soft Reset'), 'board.softReset'),
          item(t('Hard Reset'), 'board.hardReset'),
        ],
      },
      { role: 'windowMenu' },
      {
        role: 'help',
        submenu: [item(t('Welcome'), 'help.welcome'), item(t('First Steps'), 'help.firstSteps'), item(t('Keys'), 'help.keys')],
      },
    ]),
  )
}
