import { ConnectionStrip } from '../connection/ConnectionStrip'
import { Toolbar } from '../connection/Toolbar'
import { CommandPalette } from '../commands/CommandPalette'
import { MenuBar } from '../commands/MenuBar'
import { useCommandKeys } from '../commands/useCommandKeys'
import { useShell } from '../stores/shellStore'
import { DialogHost } from './DialogHost'
import { KeysDialog } from './KeysDialog'
import { Notifications } from './Notifications'
import { Rail } from './Rail'
import { SettingsDialog } from './SettingsDialog'
import { StatusBar } from './StatusBar'
import { WorkArea } from './WorkArea'
import './layout.css'
import './overlays.css'

/** The whole window. */
export function Shell(): React.JSX.Element {
  useCommandKeys()
  const info = useShell((state) => state.info)
  const nativeMenu = info?.host === 'electron' && info.platform === 'darwin'
  return (
    <div className="shell">
      <header className="shell-head">
        <h1 className="visually-hidden">Perfboard</h1>
        {nativeMenu ? null : <MenuBar />}
        <Toolbar />
        <ConnectionStrip />
      </header>
      <main className="shell-body">
        <Rail />
        <WorkArea />
      </main>
      <StatusBar />
      <Notifications />
      <CommandPalette />
      <SettingsDialog />
      <KeysDialog />
      <DialogHost />
    </div>
  )
}
