import { Check, Cpu, FileQuestion, Laptop } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { t } from '../../shared/language/language'
import { closeDocument } from '../actions/documentActions'
import { type OpenDocument, useDocuments } from '../stores/documentsStore'
import { shownName } from '../explorer/shownName'
import { ICON } from '../layout/icons'
import { showTab } from './openTabs'
import { type Page, pageOf } from './pages'
import { TabHead } from './TabHead'

/** The tabs of open files. Closing needs no extra stop of the keyboard: Delete, middle click or the cross. */
export function EditorTabs() {
  const { documents, order, active } = useDocuments()
  const list = useRef<HTMLDivElement>(null)

  // Also when the window gets narrower, or a mark makes the tab wider.
  useEffect(() => {
    const front = list.current?.querySelector('[aria-selected="true"]')
    if (list.current === null || front == null) return
    const observer = new ResizeObserver(() => front.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    observer.observe(list.current)
    observer.observe(front)
    return () => observer.disconnect()
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
        const tab = { selected: id === active, onKeyDown: (event: KeyboardEvent) => onKeyDown(event, at) }
        const page = pageOf(id)
        if (page !== null) return <PageTab key={id} id={id} page={page} {...tab} />
        const document = documents[id]
        return document === undefined ? null : <EditorTab key={id} document={document} {...tab} />
      })}
    </div>
  )
}

interface TabProps {
  selected: boolean
  onKeyDown: (event: KeyboardEvent) => void
}

function PageTab({ id, page, selected, onKeyDown }: TabProps & { id: string; page: Page }) {
  const name = t(page.title)
  const icon = <page.icon size={ICON - 2} aria-hidden="true" />
  return <TabHead id={id} name={name} label={name} title={name} icon={icon} selected={selected} onKeyDown={onKeyDown} />
}

function EditorTab({ document, selected, onKeyDown }: TabProps & { document: OpenDocument }) {
  const { id, ref, name, unsaved, status } = document
  const place =
    ref.side === 'untitled'
      ? t('Not saved yet')
      : ref.side === 'board'
        ? t('Board: {{name}}', { name: ref.path })
        : t('Computer: {{name}}', { name: ref.path })
  const classes = [ref.side === 'board' ? 'editor-tab-board' : '', status === 'missing' && unsaved ? 'editor-tab-missing' : '']
  return (
    <TabHead
      id={id}
      name={unsaved ? t('{{name}}, unsaved', { name }) : name}
      label={shownName(name)}
      title={place}
      selected={selected}
      className={classes.join(' ').trim()}
      icon={<TabIcon document={document} />}
      mark={<TabMark document={document} />}
      onKeyDown={onKeyDown}
    />
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
