import { text } from '../../shared/language/language'
import { BoardDetailsDialog } from '../boardDetails/BoardDetailsDialog'
import { ConnectionStrip } from '../connection/ConnectionStrip'
import { Toolbar } from '../connection/Toolbar'
import { InstallGuide } from '../install/InstallGuide'
import { CommandPalette } from '../commands/CommandPalette'
import { MenuBar } from '../commands/MenuBar'
import { useCommandKeys } from '../commands/useCommandKeys'
import { LessonsPane } from '../lessons/LessonsPane'
import { RescueDialog } from '../rescue/RescueDialog'
import { closeBoardDetails } from '../stores/boardDetailsStore'
import { useDialogs } from '../stores/dialogsStore'
import { closeGuide } from '../stores/guideStore'
import { useNotices } from '../stores/noticesStore'
import { closeRescue } from '../stores/rescueStore'
import { useShell } from '../stores/shellStore'
import { DialogHost } from './DialogHost'
import { ErrorBoundary } from './ErrorBoundary'
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
        <ErrorBoundary part={text('The menu bar')} shape="row">
          {nativeMenu ? null : <MenuBar />}
        </ErrorBoundary>
        <ErrorBoundary part={text('The toolbar')} shape="row">
          <Toolbar />
        </ErrorBoundary>
        <ErrorBoundary part={text('The connection’s strip')} shape="row">
          <ConnectionStrip />
        </ErrorBoundary>
      </header>
      <main className="shell-body">
        <Rail />
        <ErrorBoundary part={text('The first steps')}>
          <LessonsPane />
        </ErrorBoundary>
        <WorkArea />
      </main>
      <ErrorBoundary part={text('The status bar')} shape="row">
        <StatusBar />
      </ErrorBoundary>
      <ErrorBoundary part={text('The list of notices')} shape="float" onTryAgain={() => useNotices.setState({ notices: [] })}>
        <Notifications />
      </ErrorBoundary>
      <ErrorBoundary part={text('The command palette')} shape="float" onTryAgain={() => useShell.setState({ paletteOpen: false })}>
        <CommandPalette />
      </ErrorBoundary>
      <ErrorBoundary part={text('The settings’ dialog')} shape="float" onTryAgain={() => useShell.setState({ settingsOpen: false })}>
        <SettingsDialog />
      </ErrorBoundary>
      <ErrorBoundary part={text('The list of keys')} shape="float" onTryAgain={() => useShell.setState({ keysOpen: false })}>
        <KeysDialog />
      </ErrorBoundary>
      <ErrorBoundary part={text('The guide to installing')} shape="float" onTryAgain={closeGuide}>
        <InstallGuide />
      </ErrorBoundary>
      <ErrorBoundary part={text('What the board told')} shape="float" onTryAgain={closeBoardDetails}>
        <BoardDetailsDialog />
      </ErrorBoundary>
      <ErrorBoundary part={text('The ways to rescue a board')} shape="float" onTryAgain={closeRescue}>
        <RescueDialog />
      </ErrorBoundary>
      <ErrorBoundary part={text('A dialog')} shape="float" onTryAgain={() => useDialogs.getState().queue[0]?.answer(null)}>
        <DialogHost />
      </ErrorBoundary>
    </div>
  )
}
