import { Download, FileX2 } from 'lucide-react'
import { t } from '../../shared/language/language'
import { closeDocument, reopenDocument } from '../actions/documentActions'
import { downloadFromBoard } from '../actions/transferActions'
import { sessionOfBoard } from '../actions/boardOf'
import { connectSelected } from '../actions/connectionActions'
import { ICON } from '../layout/icons'
import type { OpenDocument } from '../stores/documentsStore'
import { useSessions } from '../stores/sessionsStore'

/** Stands in for the text of a file that has none. */
export function BinaryPage({ document }: { document: OpenDocument }) {
  const { ref } = document
  return (
    <div className="editor-page">
      <FileX2 size={32} aria-hidden="true" />
      <h2>{t('{{name}} is a binary file', { name: document.name })}</h2>
      <p>{t('It has {{count, number}} bytes and is not UTF-8 text, so it can’t be edited here.', { count: document.size })}</p>
      {ref.side === 'board' && (
        <button className="button button-outline" type="button" onClick={() => void downloadFromBoard(ref.board, [ref.path])}>
          <Download size={ICON} aria-hidden="true" /> {t('Download')}
        </button>
      )}
    </div>
  )
}

/** Stands in for the text of a file that can't be read now. */
export function MissingPage({ document }: { document: OpenDocument }) {
  const { ref } = document
  const state = useSessions(() => (ref.side === 'board' ? (sessionOfBoard(ref.board)?.state.kind ?? 'none') : 'none'))
  const away = ref.side === 'board' && state === 'none'
  return (
    <div className="editor-page">
      <FileX2 size={32} aria-hidden="true" />
      <h2>
        {away
          ? t('{{name}} is on a board that isn’t connected', { name: document.name })
          : t('{{name}} was not read', { name: document.name })}
      </h2>
      <p>{explain(ref.side, state)}</p>
      <div className="editor-page-buttons">
        {away ? (
          <button className="button button-outline" type="button" onClick={() => void connectSelected()}>
            {t('Connect the board')}
          </button>
        ) : (
          <button className="button button-outline" type="button" onClick={() => void reopenDocument(document.id)}>
            {state === 'attached' || state === 'running' ? t('Stop and open') : t('Open again')}
          </button>
        )}
        <button className="button" type="button" onClick={() => void closeDocument(document.id)}>
          {t('Close tab')}
        </button>
      </div>
    </div>
  )
}

function explain(side: OpenDocument['ref']['side'], state: string): string {
  if (side === 'computer') return t('It may have been moved or deleted, or its folder isn’t there now.')
  switch (state) {
    case 'none':
      return t('It opens by itself when the board has a prompt.')
    case 'attached':
    case 'running':
      return t('Reading it needs the prompt; a program may be running.')
    default:
      return t('It may have been moved or deleted.')
  }
}

export function LoadingPage({ document }: { document: OpenDocument }) {
  return (
    <div className="editor-page" role="status">
      <p className="editor-loading">{t('Opening {{name}}…', { name: document.name })}</p>
    </div>
  )
}
