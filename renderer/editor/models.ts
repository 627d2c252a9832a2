import { Emitter } from '../../shared/lifecycle'
import { languageOf } from './languageOf'
import { monaco } from './monaco'

interface KeptModel {
  model: monaco.editor.ITextModel
  /** Monaco's version of the text that the file holds; null when the file holds another text. */
  savedVersion: number | null
  viewState: monaco.editor.ICodeEditorViewState | null
  listener: monaco.IDisposable
}

const kept = new Map<string, KeptModel>()
const changed = new Emitter<string>()

/** Fires with a document's id after each change of its text. */
export const onTextChanged = changed.event

/** A version that `markSaved` takes: the text as it was when it was read out. */
export interface TextAt {
  text: string
  version: number
}

/** Begins a document's text. `saved` says whether the file holds this text. The same id again replaces the text and its undo history. */
export function createModel(id: string, name: string, text: string, saved: boolean): void {
  disposeModel(id)
  const model = monaco.editor.createModel(text, languageOf(name))
  model.updateOptions({ tabSize: 4, indentSize: 4, insertSpaces: true })
  keep(id, { model, savedVersion: saved ? model.getAlternativeVersionId() : null, viewState: null })
}

function keep(id: string, parts: Omit<KeptModel, 'listener'>): void {
  kept.set(id, { ...parts, listener: parts.model.onDidChangeContent(() => changed.fire(id)) })
}

/** The text model of a document, for the editor that shows it; null while its text was not read. */
export function modelOf(id: string): monaco.editor.ITextModel | null {
  return kept.get(id)?.model ?? null
}

/** A document's text with its own line ends and byte order mark; null while it was not read. */
export function textOf(id: string): TextAt | null {
  const model = kept.get(id)?.model
  if (model === undefined) return null
  return { text: model.getValue(monaco.editor.EndOfLinePreference.TextDefined, true), version: model.getAlternativeVersionId() }
}

/** Puts another text in as one edit that can be undone, and takes it for what the file holds. */
export function replaceText(id: string, text: string): void {
  const entry = kept.get(id)
  if (entry === undefined) return
  entry.model.pushStackElement()
  entry.model.pushEditOperations([], [{ range: entry.model.getFullModelRange(), text: text.replace(/^\ufeff/, '') }], () => null)
  entry.model.setEOL(text.includes('\r\n') ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF)
  entry.model.pushStackElement()
  entry.savedVersion = entry.model.getAlternativeVersionId()
  changed.fire(id)
}

/** Says that the file now holds the text of that version. */
export function markSaved(id: string, version: number): void {
  const entry = kept.get(id)
  if (entry !== undefined) entry.savedVersion = version
}

/** True when the text differs from what the file holds; undoing back to that makes it false again. */
export function isUnsaved(id: string): boolean {
  const entry = kept.get(id)
  return entry !== undefined && entry.savedVersion !== entry.model.getAlternativeVersionId()
}

/** Moves a text with its undo history to another id, after a rename or Save as. */
export function moveModel(from: string, to: string, name: string): void {
  const entry = kept.get(from)
  if (entry === undefined || from === to) return
  disposeModel(to)
  kept.delete(from)
  entry.listener.dispose()
  monaco.editor.setModelLanguage(entry.model, languageOf(name))
  keep(to, entry)
}

/** Keeps where the cursor and the scroll bars were while another tab is in front. */
export function keepViewState(id: string, viewState: monaco.editor.ICodeEditorViewState | null): void {
  const entry = kept.get(id)
  if (entry !== undefined) entry.viewState = viewState
}

export function viewStateOf(id: string): monaco.editor.ICodeEditorViewState | null {
  return kept.get(id)?.viewState ?? null
}

/** Lets a closed document's text and undo history go. */
export function disposeModel(id: string): void {
  const entry = kept.get(id)
  if (entry === undefined) return
  kept.delete(id)
  entry.listener.dispose()
  entry.model.dispose()
}
