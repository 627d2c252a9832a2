import { create } from 'zustand'
import { type Disposable, toDisposable } from '../../shared/lifecycle'

/** The menus, in the order of the menu bar. */
export type MenuName = 'File' | 'Edit' | 'View' | 'Run' | 'Board' | 'Tools' | 'Help'

/** Something the user can ask for from the palette, a menu, a button or a key. */
export interface Command {
  /** Such as `run.run`. */
  id: string
  /** In English, such as `Run`; the palette and menus show it in the user's language. Marked by `text`. */
  title: string
  menu?: MenuName
  /** Where in its menu: groups are separated by a line, sorted by name. A digit and one of the names in `menuGroups.ts`. */
  group?: string
  /** Such as `F5` or `Ctrl+Shift+P` (Cmd on macOS for Ctrl); several are separated by `|`, the first is shown. */
  keys?: string
  /** Set when the editor itself listens to the keys: they are only shown, and on macOS only where they are the same there. */
  editorKeys?: 'everywhere' | 'not on macOS'
  /** Null when it can be used now, else the reason why not, as a sentence. */
  unavailable?: () => string | null
  /** For what can be on or off, or is one of several choices: whether it is so now. A menu shows it by a tick. */
  checked?: () => boolean
  run: () => void | Promise<void>
}

interface CommandsState {
  commands: Readonly<Record<string, Command>>
}

export const useCommands = create<CommandsState>(() => ({ commands: {} }))

/** Adds commands; dispose takes them out again. */
export function registerCommands(commands: readonly Command[]): Disposable {
  useCommands.setState((state) => ({
    commands: { ...state.commands, ...Object.fromEntries(commands.map((command) => [command.id, command])) },
  }))
  return toDisposable(() => {
    const ids = new Set(commands.map((command) => command.id))
    useCommands.setState((state) => ({ commands: Object.fromEntries(Object.entries(state.commands).filter(([id]) => !ids.has(id))) }))
  })
}

/** The command of that id, if any part of the app has registered it. */
export function findCommand(id: string): Command | undefined {
  return useCommands.getState().commands[id]
}
