import { ChevronRight, CirclePlus, Triangle } from 'lucide-react'
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { shownName } from '../explorer/shownName'
import type { KnownVariable, VariableMark, VariableNode } from './variableModel'

/** A row of the tree of names and, while it is open, the rows below it. */
export function VariableRow({ node }: { node: VariableNode }): React.JSX.Element {
  if (node.kind !== 'variable') {
    const words = node.kind === 'more' ? t('{{count}} more', { count: node.count }) : t('Not read')
    return (
      <TreeItem className="variables-row" id={node.id} value={node} textValue={words}>
        <TreeItemContent>
          {({ level }) => (
            <div className="variables-row-inner variables-note-row" style={{ paddingInlineStart: indent(level) }}>
              {words}
            </div>
          )}
        </TreeItemContent>
      </TreeItem>
    )
  }
  const { known } = node
  const { name, expandable } = known.variable
  return (
    <TreeItem
      className={`variables-row${known.mark === null ? '' : ` variables-${known.mark}`}`}
      id={node.id}
      value={node}
      textValue={name}
      aria-label={spokenRow(known)}
      hasChildItems={expandable}
    >
      <TreeItemContent>
        {({ isExpanded, level }) => (
          <div className="variables-row-inner" style={{ paddingInlineStart: indent(level) }} title={fullText(known)}>
            {expandable ? (
              <Button
                slot="chevron"
                className="variables-chevron"
                aria-label={isExpanded ? t('Close {{name}}', { name }) : t('Open {{name}}', { name })}
              >
                <ChevronRight size={14} aria-hidden="true" />
              </Button>
            ) : (
              <span className="variables-chevron" />
            )}
            <bdi className="variables-name">{shownName(name)}</bdi>
            <MarkSign mark={known.mark} />
            <bdi className="variables-value">{valueWords(known)}</bdi>
            <bdi className="variables-type">{typeWords(known)}</bdi>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child: VariableNode) => <VariableRow node={child} />}</Collection>
    </TreeItem>
  )
}

/** Told by its shape as well as by its colour. */
function MarkSign({ mark }: { mark: VariableMark }): React.JSX.Element | null {
  if (mark === null) return null
  const Icon = mark === 'new' ? CirclePlus : Triangle
  return <Icon size={10} strokeWidth={3} className="variables-mark" aria-hidden="true" />
}

function indent(level: number): number {
  return 4 + (level - 1) * 12
}

function valueWords({ variable: { value } }: KnownVariable): string {
  return value ?? t('can’t be shown')
}

function typeWords({ variable: { type, length, expandable } }: KnownVariable): string {
  return length !== null && expandable ? `${type} ${length}` : type
}

/** The type before the value, for the value may be long. */
function spokenRow(known: KnownVariable): string {
  const values = { name: known.variable.name, type: typeWords(known), value: valueWords(known) }
  switch (known.mark) {
    case 'new':
      return t('{{name}}, new, {{type}}, {{value}}', values)
    case 'changed':
      return t('{{name}}, changed, {{type}}, {{value}}', values)
    case null:
      return t('{{name}}, {{type}}, {{value}}', values)
    default:
      return known.mark satisfies never
  }
}

function fullText(known: KnownVariable): string {
  const values = { name: known.variable.name, type: typeWords(known), value: valueWords(known) }
  switch (known.mark) {
    case 'new':
      return t('{{name}} = {{value}} ({{type}}, new since the run before)', values)
    case 'changed':
      return t('{{name}} = {{value}} ({{type}}, changed since the run before)', values)
    case null:
      return t('{{name}} = {{value}} ({{type}})', values)
    default:
      return known.mark satisfies never
  }
}
