import { useEffect, useRef } from 'react'
import { Heading } from 'react-aria-components'
import { t } from '../../shared/language/language'
import type { CompareDialog } from '../stores/fileDialogsStore'
import { useSettings } from '../stores/settingsStore'
import { languageOf } from './languageOf'
import { monaco } from './monaco'

/** Two versions of a text side by side, the file's on the left, the user's on the right, and which one stays. */
export function Compare({ dialog }: { dialog: CompareDialog }) {
  const { name, theirs, mine, place, take, answer } = dialog
  const host = useRef<HTMLDivElement>(null)
  const fontSize = useSettings((state) => state.editorFontSize)

  useEffect(() => {
    if (host.current === null) return
    const original = monaco.editor.createModel(theirs, languageOf(name))
    const modified = monaco.editor.createModel(mine, languageOf(name))
    const editor = monaco.editor.createDiffEditor(host.current, {
      readOnly: true,
      automaticLayout: true,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: false,
      scrollBeyondLastLine: false,
      minimap: { enabled: false },
      padding: { top: 8, bottom: 8 },
      editContext: false,
      fontFamily: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
      fontSize,
      originalAriaLabel: t('{{name}}: {{place}}', { name, place }),
      modifiedAriaLabel: t('{{name}}: {{place}}', { name, place: t('Mine') }),
    })
    editor.setModel({ original, modified })
    return () => {
      editor.dispose()
      original.dispose()
      modified.dispose()
    }
  }, [name, theirs, mine, place, fontSize])

  return (
    <div className="editor-compare">
      <Heading slot="title" className="dialog-title">
        {t('Compare {{name}}', { name })}
      </Heading>
      <div className="editor-compare-sides" aria-hidden="true">
        <span>{place}</span>
        <span>{t('Mine')}</span>
      </div>
      <div className="editor-compare-text" ref={host} />
      <div className="dialog-buttons">
        <button className="button button-danger" type="button" onClick={() => answer('keep')}>
          {t('Keep mine')}
        </button>
        <button className="button button-outline" type="button" onClick={() => answer('theirs')}>
          {take}
        </button>
        <button className="button button-outline" type="button" autoFocus onClick={() => answer(null)}>
          {t('Cancel')}
        </button>
      </div>
    </div>
  )
}
