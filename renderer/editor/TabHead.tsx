import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { t } from '../../shared/language/language'
import { closeDocument } from '../actions/documentActions'
import { showTab } from './openTabs'

interface TabHeadProps {
  id: string
  /** Accessible name. */
  name: string
  /** What is written on it. */
  label: string
  title: string
  selected: boolean
  className?: string
  icon: React.ReactNode
  mark?: React.ReactNode
  onKeyDown: (event: KeyboardEvent) => void
}

/** One tab of the editor's row: shows its page, and closes it by the middle button or the cross. */
export function TabHead({ id, name, label, title, selected, className, icon, mark, onKeyDown }: TabHeadProps): React.JSX.Element {
  return (
    <div
      className={className === undefined ? 'editor-tab' : `editor-tab ${className}`}
      role="tab"
      id={`tab-${id}`}
      data-document={id}
      aria-selected={selected}
      aria-controls="editor-body"
      aria-label={name}
      tabIndex={selected ? 0 : -1}
      title={title}
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
      {icon}
      <bdi className="editor-tab-name">{label}</bdi>
      {mark}
      <span
        className="editor-tab-close"
        aria-hidden="true"
        title={t('Close {{name}}', { name: label })}
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
