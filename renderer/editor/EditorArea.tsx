import { useEffect } from 'react'
import { t } from '../../shared/language/language'
import { FileDialogs } from '../explorer/FileDialogs'
import { activeDocument, type OpenDocument, useDocuments } from '../stores/documentsStore'
import { Breadcrumb } from './Breadcrumb'
import { CodeEditor } from './CodeEditor'
import './editor.css'
import { registerEditorCommands } from './editorCommands'
import { EditorTabs } from './EditorTabs'
import { BinaryPage, LoadingPage, MissingPage } from './filePages'
import { modelOf } from './models'
import { NothingOpen } from './NothingOpen'
import { pageOf } from './pages'

/** The middle of the window: tabs, the way to the file, and its text. */
export function EditorArea() {
  const active = useDocuments((state) => state.active)
  const document = useDocuments(activeDocument)
  useEffect(() => {
    const commands = registerEditorCommands()
    return () => commands.dispose()
  }, [])
  return (
    <section className="editor" role="region" aria-label={t('Editor')}>
      <EditorTabs />
      {document !== null && <Breadcrumb document={document} />}
      {active === null ? (
        <NothingOpen />
      ) : (
        <div className="editor-body" id="editor-body" role="tabpanel" aria-labelledby={`tab-${active}`}>
          {document === null ? <PageBody id={active} /> : <Body document={document} />}
        </div>
      )}
      <FileDialogs />
    </section>
  )
}

function PageBody({ id }: { id: string }) {
  const page = pageOf(id)
  return page === null ? null : <page.Content />
}

function Body({ document }: { document: OpenDocument }) {
  if (modelOf(document.id) !== null) return <CodeEditor document={document} />
  switch (document.status) {
    case 'loading':
    case 'text':
      return <LoadingPage document={document} />
    case 'binary':
      return <BinaryPage document={document} />
    case 'missing':
      return <MissingPage document={document} />
    default:
      return document.status satisfies never
  }
}
