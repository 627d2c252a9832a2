import { useId, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { useShell } from '../stores/shellStore'
import { rankCommands } from './rankCommands'
import { type Command, useCommands } from './registry'
import { runCommand } from './runCommand'
import { shownKeys } from './useCommandKeys'
import './commands.css'

const close = (): void => useShell.setState({ paletteOpen: false })

/** Every command of the app, by typing a part of its name. */
export function CommandPalette(): React.JSX.Element {
  const isOpen = useShell((state) => state.paletteOpen)
  return (
    <ModalOverlay
      className="scrim palette-scrim"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(paletteOpen) => useShell.setState({ paletteOpen })}
    >
      <Modal className="modal palette">
        <Dialog aria-label={t('Command palette')} className="palette-dialog">
          <PaletteBody />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The focus is back where it was before a command runs, so that one that moves it is not overruled. */
function runAfterClosing(command: Command): void {
  close()
  setTimeout(() => runCommand(command), 0)
}

function PaletteBody(): React.JSX.Element {
  const commands = useCommands((state) => state.commands)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const shown = rankCommands(Object.values(commands), typed)
  const current = shown[at]
  const move = (step: number): void => {
    if (shown.length > 0) setAt((at + step + shown.length) % shown.length)
  }
  const keyDown = (event: React.KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: Math.min(10, shown.length - 1 - at),
      PageUp: -Math.min(10, at),
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      move(step)
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault()
      runAfterClosing(current)
    }
  }
  return (
    <>
      <input
        className="palette-input"
        role="combobox"
        aria-label={t('Command')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
        aria-autocomplete="list"
        placeholder={t('Type a command')}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={keyDown}
      />
      <ul className="palette-list" role="listbox" id={listId} aria-label={t('Commands')}>
        {shown.map((command, index) => (
          <PaletteRow
            key={command.id}
            id={`${listId}-${command.id}`}
            command={command}
            selected={index === at}
            onPoint={() => setAt(index)}
          />
        ))}
      </ul>
      {shown.length === 0 ? <p className="palette-none">{t('No command is called that.')}</p> : null}
    </>
  )
}

function PaletteRow({
  id,
  command,
  selected,
  onPoint,
}: {
  id: string
  command: Command
  selected: boolean
  onPoint: () => void
}): React.JSX.Element {
  const reason = command.unavailable?.() ?? null
  const keys = shownKeys(command)
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={reason === null ? undefined : true}
      className="palette-row"
      ref={(element) => {
        if (selected) element?.scrollIntoView({ block: 'nearest' })
      }}
      onMouseMove={() => {
        if (!selected) onPoint()
      }}
      onClick={() => runAfterClosing(command)}
    >
      <span className="palette-title">
        {command.menu === undefined ? null : <span className="palette-menu">{t(command.menu)}: </span>}
        {t(command.title)}
      </span>
      {reason === null ? null : <span className="palette-reason">{reason}</span>}
      {keys === '' ? null : <kbd className="key">{keys}</kbd>}
    </li>
  )
}
