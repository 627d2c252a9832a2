import type { monaco } from './monaco'

let current: monaco.editor.IStandaloneCodeEditor | null = null

/** Says which editor is on the screen. */
export function setCurrentEditor(editor: monaco.editor.IStandaloneCodeEditor | null): void {
  current = editor
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
