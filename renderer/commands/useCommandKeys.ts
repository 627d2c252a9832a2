import { useEffect } from 'react'
import { useDialogs } from '../stores/dialogsStore'
import { useFileDialogs } from '../stores/fileDialogsStore'
import { useShell } from '../stores/shellStore'
import { type Command, useCommands } from './registry'
import { runCommand } from './runCommand'
import { belongsToTerminal, commandShortcuts, matches, type Shortcut, shownShortcut } from './shortcut'

function onMac(): boolean {
  return useShell.getState().info?.platform === 'darwin' || navigator.userAgent.includes('Macintosh')
}

function shortcutsOf(command: Command): Shortcut[] {
  if (command.editorKeys === 'not on macOS' && onMac()) return []
  return commandShortcuts(command.keys, useShell.getState().info?.host === 'serve')
}

/** The first key of a command, as it is shown; empty when it has none. */
export function shownKeys(command: Command): string {
  const first = shortcutsOf(command)[0]
  return first === undefined ? '' : shownShortcut(first, onMac())
}

/** Every key of a command, as they are shown. */
export function allShownKeys(command: Command): string[] {
  return shortcutsOf(command).map((shortcut) => shownShortcut(shortcut, onMac()))
}

/** True while a question or dialog has the keyboard. */
function dialogIsOpen(): boolean {
  const { paletteOpen, settingsOpen, keysOpen } = useShell.getState()
  return paletteOpen || settingsOpen || keysOpen || useDialogs.getState().queue.length > 0 || useFileDialogs.getState().open !== null
}

function handle(event: KeyboardEvent): void {
  if (event.isComposing || event.getModifierState('AltGraph') || dialogIsOpen()) return
  const mac = onMac()
  const inTerminal = event.target instanceof Element && event.target.closest('[data-panel="terminal"]') !== null
  for (const command of Object.values(useCommands.getState().commands)) {
    if (command.editorKeys !== undefined) continue
    const shortcut = shortcutsOf(command).find((candidate) => matches(candidate, event, mac))
    if (shortcut === undefined) continue
    if (inTerminal && belongsToTerminal(shortcut, mac)) continue
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat) runCommand(command)
    return
  }
}

/** Lets the commands' keys work wherever the focus is; the terminal keeps those that belong to the board. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', handle, { capture: true })
    return () => window.removeEventListener('keydown', handle, { capture: true })
  }, [])
}
