import { useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { pasteToBoard } from './boardInput'
import { readClipboard } from './clipboard'
import type { SessionTerminal } from './sessionTerminal'
import { useTerminal } from './terminalStore'

/** Where the pointer was, in pixels of the window. */
export interface MenuPlace {
  x: number
  y: number
}

interface TerminalMenuProps {
  terminal: SessionTerminal
  /** Null while it is closed. */
  place: MenuPlace | null
  onClose: () => void
}

/** The menu of the terminal's right button. */
export function TerminalMenu({ terminal, place, onClose }: TerminalMenuProps): React.JSX.Element {
  const anchor = useRef<HTMLSpanElement>(null)
  const act = (id: React.Key): void => {
    onClose()
    switch (id) {
      case 'copy':
        terminal.copySelection()
        break
      case 'paste':
        void readClipboard().then((text) => {
          if (text !== null) pasteToBoard(terminal.channel, text)
        })
        break
      case 'all':
        terminal.xterm.selectAll()
        break
      case 'find':
        useTerminal.setState({ findOpen: true })
        return
      case 'clear':
        terminal.clear()
        break
    }
    terminal.focus()
  }
  return (
    <>
      <span ref={anchor} className="terminal-menu-anchor" style={{ left: place?.x ?? 0, top: place?.y ?? 0 }} />
      <Popover className="popover" triggerRef={anchor} placement="bottom start" offset={0} isOpen={place !== null} onOpenChange={onClose}>
        <Menu className="menu" aria-label={t('Terminal')} onAction={act} autoFocus="first">
          <Item id="copy" label={t('Copy')} keys="Ctrl+Shift+C" />
          <Item id="paste" label={t('Paste')} keys="Ctrl+Shift+V" />
          <Item id="all" label={t('Select all')} />
          <Separator className="menu-separator" />
          <Item id="find" label={t('Find')} keys="Ctrl+Shift+F" />
          <Item id="clear" label={t('Clear')} />
        </Menu>
      </Popover>
    </>
  )
}

function Item({ id, label, keys }: { id: string; label: string; keys?: string }): React.JSX.Element {
  return (
    <MenuItem id={id} className="menu-item" textValue={label}>
      <span>{label}</span>
      {keys !== undefined && <span className="menu-item-keys">{keys}</span>}
    </MenuItem>
  )
}
