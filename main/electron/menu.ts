import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The native menu: macOS expects one; elsewhere the page has its own. `command` runs a command of the page by its id. */
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
          item('Settings…', 'app.settings', 'Cmd+,'),
          separator,
          { role: 'hide' },
          { role: 'hideOthers' },
          { role: 'unhide' },
          separator,
          { role: 'quit' },
        ],
      },
      {
        label: 'File',
        submenu: [
          item('New File', 'file.new', 'Cmd+N'),
          item('Open Folder…', 'file.openFolder'),
          separator,
          item('Save', 'file.save', 'Cmd+S'),
          item('Save As…', 'file.saveAs', 'Cmd+Shift+S'),
        ],
      },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          item('Command Palette…', 'view.palette', 'Cmd+Shift+P'),
          separator,
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { role: 'togglefullscreen' },
        ],
      },
      {
        label: 'Run',
        submenu: [item('Run', 'run.run', 'F5'), item('Stop', 'run.stop', 'Shift+F5'), separator, item('Run at Power-Up', 'run.powerUp')],
      },
      {
        label: 'Board',
        submenu: [
          item('Choose Board…', 'board.choose', 'Cmd+Shift+B'),
          item('Soft Reset', 'board.softReset'),
          item('Hard Reset', 'board.hardReset'),
        ],
      },
      { role: 'windowMenu' },
      { role: 'help', submenu: [item('Welcome', 'help.welcome'), item('First Steps', 'help.firstSteps'), item('Keys', 'help.keys')] },
    ]),
  )
}
