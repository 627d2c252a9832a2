// The least that can be typed into: Monaco with the features that the app uses, and nothing else.
import { monaco } from '../../../renderer/editor/monaco'

const host = document.getElementById('editor')
if (host === null) throw new Error('The page has no place for the editor')
const editor = monaco.editor.create(host, { value: 'print(1)\n', language: 'python', automaticLayout: true, editContext: false })
editor.focus()
