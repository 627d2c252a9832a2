import { type KeyboardEvent, useMemo } from 'react'
import { ListLayout, Tree, Virtualizer } from 'react-aria-components'
import type { SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import { reportFailure } from '../stores/noticesStore'
import { useSettings } from '../stores/settingsStore'
import { toggleVariable } from './readVariables'
import { VariableRow } from './VariableRow'
import { findVariable, variableNodes } from './variableModel'
import { type BoardVariables, isOld, useVariables } from './variablesStore'

/** The heights of a row in the two layouts, as `--row` has them. Pixels. */
const FULL_ROW = 24
const SIMPLE_ROW = 32

interface VariableTreeProps {
  session: SessionSnapshot
  known: BoardVariables
}

/** The names and what is inside them: arrows, Enter, a click. */
export function VariableTree({ session, known }: VariableTreeProps): React.JSX.Element {
  const { levels, expanded } = known
  const showAll = useVariables((state) => state.showAll)
  const rowSize = useSettings((state) => (state.layout === 'simple' ? SIMPLE_ROW : FULL_ROW))
  const layout = useMemo(() => ({ rowSize, padding: 4 }), [rowSize])
  const nodes = useMemo(() => variableNodes(levels, expanded, showAll), [levels, expanded, showAll])

  const toggle = (id: string, open: boolean): void => {
    const row = findVariable(levels, id)
    if (row === null || !row.variable.expandable) return
    toggleVariable(session, row, open).catch((error: unknown) => reportFailure(t('The value could not be opened'), error))
  }

  // The tree by itself opens only rows that have rows below them already.
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event
    const id = target instanceof HTMLElement && target.getAttribute('role') === 'row' ? target.dataset.key : undefined
    if (id === undefined) return
    const isOpen = expanded.has(id)
    if (event.key === 'ArrowRight' && !isOpen && findVariable(levels, id)?.variable.expandable === true) toggle(id, true)
    else if (event.key === 'ArrowLeft' && isOpen) toggle(id, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={isOld(known) ? 'variables-box variables-old' : 'variables-box'} onKeyDownCapture={onKeyDown}>
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <Tree
          className="variables-tree"
          aria-label={t('Names and values')}
          items={nodes}
          dependencies={[known]}
          selectionMode="none"
          expandedKeys={expanded}
          onExpandedChange={(keys) => {
            for (const key of keys) if (!expanded.has(String(key))) toggle(String(key), true)
            for (const id of expanded) if (!keys.has(id)) toggle(id, false)
          }}
          onAction={(key) => toggle(String(key), !expanded.has(String(key)))}
          renderEmptyState={() => <p className="variables-empty">{t('The program left no names.')}</p>}
        >
          {(node) => <VariableRow node={node} />}
        </Tree>
      </Virtualizer>
    </div>
  )
}
