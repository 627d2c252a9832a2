import { type Disposable, toDisposable } from '../../shared/lifecycle'
import type { monaco } from './monaco'

let current: monaco.editor.IStandaloneCodeEditor | null = null

/** Says which editor is on the screen. */
export function setCurrentEditor(editor: monaco.editor.IStandaloneCodeEditor | null): void {
  current = editor
}

/** The line, from 1, on which the cursor of the text in front stands; null while it isn't being written in. */
export function cursorLine(): number | null {
  return current?.hasTextFocus() === true ? (current.getPosition()?.lineNumber ?? null) : null
}

/** Calls back once, when the cursor of the text in front has moved to another place. */
export function onceCursorMoved(callback: () => void): Disposable {
  if (current === null) return toDisposable(() => undefined)
  const listening = current.onDidChangeCursorPosition(() => {
    listening.dispose()
    callback()
  })
  return toDisposable(() => listening.dispose())
}

/** Runs one of the editor's own actions on the text in front, as its key would. */
export function runInEditor(action: string): void {
  current?.focus()
  current?.trigger('command', action, null)
}

/** Puts the keyboard into the text in front. */
export function focusEditor(): void {
  current?.focus()
}
