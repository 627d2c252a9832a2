import type { Variable, VariableLevel, VariablePath } from '../../shared/variables'

/** What became of a name since the run before. */
export type VariableMark = 'new' | 'changed' | null

/** A name, or an element, with where it is. */
export interface KnownVariable {
  /** The same for the same name in every reading; keys of a dict by their text, for their places may change. */
  id: string
  path: VariablePath
  variable: Variable
  mark: VariableMark
}

/** What is inside a value as last read: the first of it, and how much there is. */
export interface KnownLevel {
  rows: readonly KnownVariable[]
  total: number
}

/** By the id of what they are in; '' is the global scope. */
export type KnownLevels = Readonly<Record<string, KnownLevel>>

/** A row of the tree: a name with what is inside it, or a line about what is not shown. */
export type VariableNode =
  | { kind: 'variable'; id: string; known: KnownVariable; children: readonly VariableNode[] }
  | { kind: 'more'; id: string; count: number; children: readonly [] }
  | { kind: 'unread'; id: string; children: readonly [] }

/** The id of the global scope. */
export const GLOBALS = ''

/** What is inside `parent`, with a mark for what `before`, the reading after the run before, doesn't have or has otherwise. */
export function knownLevel(parent: Pick<KnownVariable, 'id' | 'path'>, level: VariableLevel, before: KnownLevel | undefined): KnownLevel {
  const earlier = new Map(before?.rows.map((row) => [row.id, signature(row.variable)]))
  // What was cut away may have been there all the time.
  const isWhole = before !== undefined && before.rows.length >= before.total
  const taken = new Set<string>()
  const rows = level.variables.map((variable): KnownVariable => {
    const name = `${parent.id}/${encodeURIComponent(variable.name)}`
    const id = taken.has(name) ? `${name}#${variable.step}` : name
    taken.add(id)
    const was = earlier.get(id)
    const mark = was === undefined ? (isWhole ? 'new' : null) : was === signature(variable) ? null : 'changed'
    return { id, path: [...parent.path, variable.step], variable, mark }
  })
  return { rows, total: level.total }
}

/** What two readings are compared by. Addresses in memory change with each run and mean nothing. */
function signature({ type, value, length }: Variable): string {
  return `${type} ${length ?? ''} ${(value ?? '').replace(/ at (?:0x)?[0-9a-f]+>/g, '>')}`
}

/** The rows of a level as they are shown; modules, functions and classes only when asked for. */
export function variableNodes(
  levels: KnownLevels,
  expanded: ReadonlySet<string>,
  showAll: boolean,
  id: string = GLOBALS,
): readonly VariableNode[] {
  const level = levels[id]
  if (level === undefined) return [{ kind: 'unread', id: `${id}/?unread`, children: [] }]
  const rows = level.rows
    .filter(({ variable }) => showAll || variable.kind === 'value')
    .map((known): VariableNode => {
      const isOpen = known.variable.expandable && expanded.has(known.id)
      const children = isOpen ? variableNodes(levels, expanded, showAll, known.id) : []
      return { kind: 'variable', id: known.id, known, children }
    })
  const hidden = level.total - level.rows.length
  return hidden > 0 ? [...rows, { kind: 'more', id: `${id}/?more`, count: hidden, children: [] }] : rows
}

/** The known variable of an id, or null. */
export function findVariable(levels: KnownLevels, id: string): KnownVariable | null {
  const parent = id.slice(0, Math.max(0, id.lastIndexOf('/')))
  return levels[parent]?.rows.find((row) => row.id === id) ?? null
}
