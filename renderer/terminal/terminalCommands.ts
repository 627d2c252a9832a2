import { t, text } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import { registerCommands } from '../commands/registry'
import { showPanel } from '../stores/layoutStore'
import { activeChannel } from './channels'
import { activeTerminal } from './terminals'
import { useTerminal } from './terminalStore'

/** What can be asked of the terminal from palette and menus. */
export function registerTerminalCommands(): Disposable {
  const unavailable = (): string | null => (activeChannel() === null ? t('No board has been connected yet') : null)
  return registerCommands([
    {
      id: 'terminal.clear',
      title: text('Clear terminal'),
      menu: 'Edit',
      group: '8terminal',
      unavailable,
      run: () => activeTerminal()?.clear(),
    },
    {
      id: 'terminal.find',
      title: text('Find in terminal'),
      menu: 'Edit',
      group: '8terminal',
      unavailable,
      run: () => {
        showPanel('terminal')
        useTerminal.setState({ findOpen: true })
      },
    },
    { id: 'terminal.copyAll', title: text('Copy all of the terminal'), unavailable, run: () => activeTerminal()?.copyAll() },
  ])
}
