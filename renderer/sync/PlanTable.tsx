import { useState } from 'react'
import { t } from '../../shared/language/language'
import type { SyncAction, SyncSource } from '../../shared/sync'
import { ownWords } from '../actions/compareLine'
import type { GroupedLines } from './planGroups'
import { PlanLine } from './PlanLine'
import { groupWords } from './planWords'
import './planTable.css'

/** Lines of a part that are drawn before somebody asks for all: a plan may have thousands. */
const SHOWN_LINES = 200

interface PlanTableProps {
  groups: readonly GroupedLines[]
  source: SyncSource['kind']
  choices: Readonly<Record<string, SyncAction>>
}

/** A plan's lines in parts, each with what becomes of it. */
export function PlanTable({ groups, source, choices }: PlanTableProps) {
  return (
    <table className="sync-table" aria-label={t('What will be done')}>
      <thead>
        <tr>
          <th scope="col">{t('File')}</th>
          <th scope="col" className="sync-size">
            {ownWords(source)}
          </th>
          <th scope="col" className="sync-size">
            {t('On the board')}
          </th>
          <th scope="col">{t('What it is')}</th>
          <th scope="col">{t('What becomes of it')}</th>
        </tr>
      </thead>
      {groups.map((part) => (
        <Part key={part.group} part={part} source={source} choices={choices} />
      ))}
    </table>
  )
}

function Part({ part: { group, lines }, source, choices }: { part: GroupedLines } & Omit<PlanTableProps, 'groups'>) {
  const [open, setOpen] = useState(group !== 'same')
  const [all, setAll] = useState(false)
  const shown = open ? (all ? lines : lines.slice(0, SHOWN_LINES)) : []
  return (
    <tbody>
      <tr className="sync-group" data-group={group}>
        <th scope="rowgroup" colSpan={5}>
          <button className="sync-fold" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {groupWords(group)} <span className="sync-muted">{lines.length}</span>
          </button>
        </th>
      </tr>
      {shown.map((line) => (
        <PlanLine key={line.path} line={line} source={source} chosen={choices[line.path]} />
      ))}
      {open && shown.length < lines.length ? (
        <tr>
          <td colSpan={5}>
            <button className="button button-outline" type="button" onClick={() => setAll(true)}>
              {t('Show all {{count, number}}', { count: lines.length })}
            </button>
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
