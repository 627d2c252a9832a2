import { Search as PaletteIcon } from 'lucide-react'
import { Toolbar as Bar } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { uploadActive } from '../actions/boardFileActions'
import { connectSelected, disconnect, setWatchOnly } from '../actions/connectionActions'
import { save } from '../actions/documentActions'
import { runActive, softReset, stop } from '../actions/runActions'
import { findCommand } from '../commands/registry'
import { shownKeys } from '../commands/useCommandKeys'
import { ActionButton } from '../layout/ActionButton'
import { NotLockedIcon, RunIcon, SaveIcon, SoftResetIcon, StopIcon, UploadIcon, WatchOnlyIcon } from '../layout/icons'
import { useNarrow } from '../layout/useNarrow'
import { useDocuments } from '../stores/documentsStore'
import { reportFailure } from '../stores/noticesStore'
import { useActiveSession } from '../stores/sessionsStore'
import { useSettings } from '../stores/settingsStore'
import { useShell } from '../stores/shellStore'
import { jobReason, runReason, stopRole } from './availability'
import { PortPicker } from './PortPicker'
import { StatePill } from './StatePill'
import './connection.css'

function keysOf(id: string): string {
  const command = findCommand(id)
  return command === undefined ? '' : shownKeys(command)
}

/** Starts what a button means; a failure that nobody has shown is shown. */
function press(title: string, work: () => Promise<unknown>): () => void {
  return () => {
    work().catch((error: unknown) => {
      reportFailure(title, error)
    })
  }
}

/** The row at the top: which board, what it does, and what can be done with it. */
export function Toolbar(): React.JSX.Element {
  const session = useActiveSession()
  const simple = useSettings((state) => state.layout === 'simple')
  const hasText = useDocuments((state) => state.active !== null && state.documents[state.active]?.status === 'text')
  const narrow = useNarrow()
  const role = stopRole(session)
  const running = session?.state.kind === 'running'
  const runBlocked = runReason(session, hasText)
  const isOpen = session !== null && session.state.kind !== 'closed'
  return (
    <Bar className="toolbar" aria-label={t('Board')}>
      <PortPicker />
      {isOpen ? (
        <ActionButton
          className="toolbar-connect"
          label={t('Disconnect')}
          onPress={press(t('The port could not be closed'), disconnect)}
          hint={t('The board goes on as it is.')}
        />
      ) : (
        <ActionButton
          className="toolbar-connect"
          label={t('Connect')}
          kind="outline"
          onPress={press(t('The board could not be connected'), connectSelected)}
          hint={t('Nothing is sent to the board.')}
        />
      )}
      <StatePill />
      <span className="toolbar-line" />
      <ActionButton
        label={t('Run')}
        icon={RunIcon}
        kind={role.filled ? 'plain' : 'filled'}
        reason={runBlocked}
        keys={keysOf('run.run')}
        hint={running ? t('Restart: stops the program and runs the text anew.') : t('Runs the text of the editor without saving it.')}
        onPress={press(t('Run failed'), runActive)}
      />
      <ActionButton
        className="toolbar-stop"
        label={t(role.label)}
        icon={StopIcon}
        kind={role.filled ? 'filled' : 'plain'}
        reason={role.reason}
        keys={keysOf('run.stop')}
        onPress={press(t('Stop failed'), stop)}
      />
      <span className="toolbar-line" />
      <ActionButton
        label={t('Save')}
        icon={SaveIcon}
        reason={hasText ? null : t('No file is open.')}
        keys={keysOf('file.save')}
        onPress={press(t('The file could not be saved'), () => Promise.resolve(save()))}
      />
      {simple ? null : (
        <>
          <ActionButton
            label={t('Soft reset')}
            icon={SoftResetIcon}
            iconOnly={narrow}
            reason={jobReason(session)}
            keys={keysOf('board.softReset')}
            hint={t('Stops what runs, then starts boot.py and main.py.')}
            onPress={press(t('The soft reset failed'), softReset)}
          />
          <ActionButton
            label={t('Upload to board')}
            icon={UploadIcon}
            iconOnly={narrow}
            reason={hasText ? jobReason(session) : t('Open a file to upload it.')}
            keys={keysOf('board.upload')}
            hint={t('Saves a copy of the open file on the board.')}
            onPress={press(t('The file could not be uploaded'), () => Promise.resolve(uploadActive()))}
          />
        </>
      )}
      <span className="toolbar-space" />
      {simple || !isOpen ? null : (
        <ActionButton
          label={t('Watch only')}
          icon={session.watchOnly ? WatchOnlyIcon : NotLockedIcon}
          iconOnly
          pressed={session.watchOnly}
          hint={t('Locks the board: nothing is sent to it.')}
          onPress={press(t('Watch only could not be changed'), () => setWatchOnly(!session.watchOnly))}
        />
      )}
      <ActionButton
        label={t('Command palette')}
        icon={PaletteIcon}
        iconOnly
        keys={keysOf('view.palette')}
        onPress={() => useShell.setState({ paletteOpen: true })}
      />
    </Bar>
  )
}
