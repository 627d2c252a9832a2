import { useEffect, useRef, useState } from 'react'
import { t } from '../../shared/language/language'
import type { OpenDocument } from '../stores/documentsStore'
import { useProblems } from '../stores/problemsStore'
import { useScreenReader } from '../stores/screenReader'
import { useSettings } from '../stores/settingsStore'
import { useTheme } from '../theme/themeStore'
import { setCurrentEditor } from './currentEditor'
import { drawMarkers } from './markers'
import { keepViewState, modelOf, viewStateOf } from './models'
import { monaco } from './monaco'
import { useReveal } from './reveal'
import { mayTakeFocus } from './mayTakeFocus'
import { applyEditorTheme } from './theme'

/** Lines are one and a half times as high as their type: 14 px on 21 px. */
const LINE_HEIGHT = 1.5

/** In an editor narrower than this the overview takes room from the code. Pixels. */
const LEAST_FOR_MINIMAP = 640

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions & Record<'bracketPairColorization.enabled', boolean> = {
  model: null,
  automaticLayout: true,
  fontFamily: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
  fontLigatures: false,
  tabSize: 4,
  insertSpaces: true,
  detectIndentation: false,
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  fixedOverflowWidgets: true,
  padding: { top: 8, bottom: 8 },
  renderLineHighlight: 'line',
  lineNumbersMinChars: 4,
  renderFinalNewline: 'on', // dimmed, its number could not be read
  folding: true,
  // Models take this one from the settings by its dotted name. The brackets' colours are none of our theme's.
  'bracketPairColorization.enabled': false,
  wordBasedSuggestions: 'currentDocument',
  // Unicode that merely is not ASCII is no warning in a teaching tool; invisible characters are.
  // Chromium 130 swallows Enter in other fields once an edit context had the focus.
  editContext: false,
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
}

/** Monaco with the text of one document; each document keeps its undo history, cursor and scroll place. */
export function CodeEditor({ document: shown }: { document: OpenDocument }) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<monaco.editor.IStandaloneCodeEditor | null>(null)
  const [wide, setWide] = useState(true)
  const theme = useTheme()
  const { editorFontSize, wordWrap, layout } = useSettings()
  const screenReader = useScreenReader()
  const problems = useProblems((state) => state.problems)
  const reveal = useReveal((state) => state.reveal)

  useEffect(() => {
    if (host.current === null) return
    const created = monaco.editor.create(host.current, OPTIONS)
    editor.current = created
    setCurrentEditor(created)
    const measure = (): void => setWide(created.getLayoutInfo().width >= LEAST_FOR_MINIMAP)
    measure()
    created.onDidLayoutChange(measure)
    // The palette and its keys are the window's own, not the editor's.
    created.addCommand(monaco.KeyCode.F1, () => undefined)
    return () => {
      editor.current = null
      setCurrentEditor(null)
      created.dispose()
    }
  }, [])

  useEffect(() => applyEditorTheme(theme), [theme])

  useEffect(() => {
    editor.current?.updateOptions({
      fontSize: editorFontSize,
      lineHeight: Math.round(editorFontSize * LINE_HEIGHT),
      wordWrap: wordWrap ? 'on' : 'off',
      minimap: { enabled: layout === 'full' && wide, renderCharacters: false },
      accessibilitySupport: screenReader ? 'on' : 'auto',
      ariaLabel: t('Text of {{name}}', { name: shown.name }),
    })
  }, [editorFontSize, wordWrap, layout, wide, screenReader, shown.name])

  useEffect(() => {
    const current = editor.current
    const model = modelOf(shown.id)
    if (current === null || model === null) return
    current.setModel(model)
    current.restoreViewState(viewStateOf(shown.id))
    drawMarkers(shown.id)
    if (mayTakeFocus()) current.focus()
    return () => {
      if (current.getModel() !== model) return
      keepViewState(shown.id, current.saveViewState())
      current.setModel(null)
    }
  }, [shown.id, shown.status])

  useEffect(() => drawMarkers(shown.id, problems), [shown.id, shown.status, problems])

  useEffect(() => {
    const current = editor.current
    if (current === null || reveal === null || reveal.document !== shown.id || current.getModel() === null) return
    const place = { lineNumber: reveal.line, column: reveal.column }
    current.setPosition(place)
    current.revealPositionInCenterIfOutsideViewport(place)
    current.focus()
    useReveal.setState({ reveal: null })
  }, [reveal, shown.id, shown.status])

  return <div className="editor-code" ref={host} />
}
