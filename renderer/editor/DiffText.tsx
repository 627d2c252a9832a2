import { useEffect, useRef } from 'react'
import { useSettings } from '../stores/settingsStore'
import { useTheme } from '../theme/themeStore'
import { languageOf } from './languageOf'
import { monaco } from './monaco'
import { applyEditorTheme } from './theme'

interface DiffTextProps {
  /** The file's name; its ending tells the language. */
  name: string
  left: string
  right: string
  /** Accessible names. */
  leftLabel: string
  rightLabel: string
}

/** Two texts side by side, with what is different; nothing can be changed in it. */
export function DiffText({ name, left, right, leftLabel, rightLabel }: DiffTextProps) {
  const host = useRef<HTMLDivElement>(null)
  const fontSize = useSettings((state) => state.editorFontSize)
  const theme = useTheme()

  useEffect(() => applyEditorTheme(theme), [theme])

  useEffect(() => {
    if (host.current === null) return
    const original = monaco.editor.createModel(left, languageOf(name))
    const modified = monaco.editor.createModel(right, languageOf(name))
    const editor = monaco.editor.createDiffEditor(host.current, {
      readOnly: true,
      automaticLayout: true,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: false,
      scrollBeyondLastLine: false,
      minimap: { enabled: false },
      renderOverviewRuler: false,
      padding: { top: 8, bottom: 8 },
      editContext: false,
      fontFamily: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
      fontSize,
    })
    editor.setModel({ original, modified })
    // Here, because the diff editor's own options for them don't reach the two sides.
    editor.getOriginalEditor().updateOptions({ ariaLabel: leftLabel })
    editor.getModifiedEditor().updateOptions({ ariaLabel: rightLabel })
    return () => {
      editor.dispose()
      original.dispose()
      modified.dispose()
    }
  }, [name, left, right, leftLabel, rightLabel, fontSize])

  return <div className="editor-compare-text" ref={host} />
}
