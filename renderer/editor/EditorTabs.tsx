import { Check, Cpu, FileQuestion, Laptop, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { t } from '../../shared/language/language'
import { closeDocument } from '../actions/documentActions'
import { type OpenDocument, useDocuments } from '../stores/documentsStore'
import { shownName } from '../explorer/shownName'
import { ICON } from '../layout/icons'
import { showTab } from './openTabs'

/** The tabs of open files. Closing needs no extra stop of the keyboard: Delete, middle click or the cross. */
export function EditorTabs() {
  const { documents, order, active } = useDocuments()
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, order])

  if (order.length === 0) return null

  const focusTab = (id: string | undefined): void => {
    if (id === undefined) return
    showTab(id)
    list.current?.querySelector<HTMLElement>(`[data-document="${CSS.escape(id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: order.length - 1 }[event.key]
    if (target !== undefined) focusTab(order[(target + order.length) % order.length])
    else if (event.key === 'Delete') void closeDocument(order[at] ?? '')
    else return
    event.preventDefault()
  }

  return (
    <div
      className="editor-tabs"
      role="tablist"
      aria-label={t('Open files')}
      ref={list}
      onWheel={(event) => {
        if (list.current !== null && event.deltaX === 0) list.current.scrollLeft += event.deltaY
      }}
    >
      {order.map((id, at) => {
        const document = documents[id]
        return document === undefined ? null : (
          <EditorTab key={id} document={document} selected={id === active} onKeyDown={(event) => onKeyDown(event, at)} />
        )
      })}
    </div>
  )
}

interface EditorTabProps {
  document: OpenDocument
  selected: boolean
  onKeyDown: (event: KeyboardEvent) => void
}

function EditorTab({ document, selected, onKeyDown }: EditorTabProps) {
  const { id, ref, name, unsaved, status } = document
  const place =
    ref.side === 'untitled'
      ? t('Not saved yet')
      : ref.side === 'board'
        ? t('Board: {{name}}', { name: ref.path })
        : t('Computer: {{name}}', { name: ref.path })
  const classes = [
    'editor-tab',
    ref.side === 'board' ? 'editor-tab-board' : '',
    status === 'missing' && unsaved ? 'editor-tab-missing' : '',
  ]
  return (
    <div
      className={classes.join(' ').trim()}
      role="tab"
      id={`tab-${id}`}
      data-document={id}
      aria-selected={selected}
      aria-controls="editor-body"
      aria-label={unsaved ? t('{{name}}, unsaved', { name }) : name}
      tabIndex={selected ? 0 : -1}
      title={place}
      onMouseDown={(event) => {
        // The middle button would begin to scroll by itself.
        if (event.button === 1) event.preventDefault()
        if (event.button === 0) showTab(id)
      }}
      onClick={() => showTab(id)}
      onAuxClick={(event) => {
        if (event.button === 1) void closeDocument(id)
      }}
      onKeyDown={onKeyDown}
    >
      <TabIcon document={document} />
      <bdi className="editor-tab-name">{shownName(name)}</bdi>
      <TabMark document={document} />
      <span
        className="editor-tab-close"
        aria-hidden="true"
        title={t('Close {{name}}', { name })}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation()
          void closeDocument(id)
        }}
      >
        <X size={14} />
      </span>
    </div>
  )
}

function TabIcon({ document }: { document: OpenDocument }) {
  if (document.ref.side === 'board') return <Cpu className="editor-tab-chip" size={ICON - 2} aria-hidden="true" />
  if (document.ref.side === 'computer') return <Laptop size={ICON - 2} aria-hidden="true" />
  return <FileQuestion size={ICON - 2} aria-hidden="true" />
}

/** Dot: unsaved. Ring: being saved. Tick: the last save was proven. */
function TabMark({ document }: { document: OpenDocument }) {
  if (document.saving) return <span className="editor-mark editor-mark-ring" title={t('Saving')} />
  if (document.unsaved) return <span className="editor-mark editor-mark-dot" title={t('Unsaved')} />
  if (document.proven) return <Check className="editor-mark-tick" size={14} aria-hidden="true" />
  return null
}
