import '@xterm/xterm/css/xterm.css'
import { Copy, Eraser, Pin, Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { findCommand } from '../commands/registry'
import { ActionButton } from '../layout/ActionButton'
import { useActiveChannel } from './channels'
import { ErrorCard } from './ErrorCard'
import { FindBar } from './FindBar'
import { InputHint } from './InputHint'
import './panelRow.css'
import './terminal.css'
import { type MenuPlace, TerminalMenu } from './TerminalMenu'
import { terminalOf } from './terminals'
import { useTerminal } from './terminalStore'
import { TerminalStatus } from './TerminalStatus'

/** The terminal of the board that the window shows. */
export function TerminalPanel(): React.JSX.Element {
  const channel = useActiveChannel()
  return (
    <section className="terminal" data-panel="terminal" aria-label={t('Terminal')}>
      {channel === null ? <NoBoard /> : <ChannelTerminal key={channel} channel={channel} />}
    </section>
  )
}

function ChannelTerminal({ channel }: { channel: string }): React.JSX.Element {
  const host = useRef<HTMLDivElement>(null)
  const findOpen = useTerminal((state) => state.findOpen)
  const scrollLocked = useTerminal((state) => state.scrollLocked)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const terminal = terminalOf(channel)

  useEffect(() => {
    if (host.current === null) return
    const attached = terminal.attach(host.current)
    return () => attached.dispose()
  }, [terminal])

  return (
    <>
      <div className="panel-row">
        <TerminalStatus />
        <Toolbar aria-label={t('Terminal actions')} className="panel-actions">
          <ActionButton
            iconOnly
            label={t('Find')}
            keys="Ctrl+Shift+F"
            icon={Search}
            onPress={() => useTerminal.setState({ findOpen: !findOpen })}
          />
          <ActionButton iconOnly label={t('Copy all')} icon={Copy} onPress={() => terminal.copyAll()} />
          <ActionButton
            iconOnly
            label={t('Scroll lock')}
            icon={Pin}
            pressed={scrollLocked}
            onPress={() => terminal.setScrollLock(!scrollLocked)}
          />
          <ActionButton iconOnly label={t('Clear terminal')} icon={Eraser} onPress={() => terminal.clear()} />
        </Toolbar>
      </div>
      {findOpen && <FindBar terminal={terminal} />}
      <div
        className="terminal-host"
        ref={host}
        onContextMenu={(event) => {
          event.preventDefault()
          setMenu({ x: event.clientX, y: event.clientY })
        }}
      />
      <InputHint />
      <ErrorCard />
      <TerminalMenu terminal={terminal} place={menu} onClose={() => setMenu(null)} />
    </>
  )
}

function NoBoard(): React.JSX.Element {
  return (
    <div className="terminal-empty">
      <p>{t('Not connected. What the board prints appears here, and what you type goes to it.')}</p>
      <button type="button" className="button button-outline" onClick={() => void findCommand('board.connect')?.run()}>
        {t('Connect a board')}
      </button>
    </div>
  )
}
