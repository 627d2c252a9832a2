import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { SessionSnapshot } from '../../../shared/board'
import { AppError } from '../../../shared/errors'
import type { Variable, VariableLevel, VariablePath } from '../../../shared/variables'
import { followVariables, noteRunEnded, refreshVariables, toggleVariable, variablesReason } from '../../../renderer/variables/readVariables'
import { findVariable, variableNodes } from '../../../renderer/variables/variableModel'
import { isOld, noteRan, useVariables, variablesOf } from '../../../renderer/variables/variablesStore'
import { useLayout } from '../../../renderer/stores/layoutStore'
import { useSessions } from '../../../renderer/stores/sessionsStore'
import { fakeBridge } from '../actions/fakeBridge'

vi.mock('../../../renderer/layout/useNarrow', () => ({ isNarrow: () => false }))

const session = { id: 's', watchOnly: false, state: { kind: 'ready' } } as SessionSnapshot

function variable(name: string, value: string, more: Partial<Variable> = {}): Variable {
  return { step: name, name, type: 'int', kind: 'value', value, length: null, expandable: false, ...more }
}

/** A board whose names are a function of the path asked for. */
function board(answer: (path: VariablePath) => Variable[] | null, total?: number) {
  const asked: VariablePath[] = []
  fakeBridge({
    'board.variables': ({ paths }) =>
      paths.map((path): VariableLevel | null => {
        asked.push(path)
        const variables = answer(path)
        return variables === null ? null : { variables, total: total ?? variables.length }
      }),
  })
  return asked
}

const known = () => variablesOf('s')
const marks = (): Record<string, string | null> =>
  Object.fromEntries(Object.values(known().levels).flatMap(({ rows }) => rows.map(({ variable: { name }, mark }) => [name, mark])))

async function open(id: string): Promise<void> {
  const row = findVariable(known().levels, id)
  expect(row).not.toBeNull()
  if (row !== null) await toggleVariable(session, row, true)
}

function run(): Promise<void> {
  noteRan('s')
  return refreshVariables(session)
}

beforeEach(() => {
  useVariables.setState({ boards: {}, showAll: false })
  useSessions.setState({ sessions: { s: session }, active: 's' })
  useLayout.setState({ asideOpen: true, asideTab: 'variables' })
})

describe('the marks of names', () => {
  it('say what is new and what changed since the run before, and nothing after the first run', async () => {
    board(() => [variable('a', '1'), variable('b', '2')])
    await run()
    expect(marks()).toEqual({ a: null, b: null })
    board(() => [variable('a', '1'), variable('b', '3'), variable('c', '4')])
    await run()
    expect(marks()).toEqual({ a: null, b: 'changed', c: 'new' })
  })

  it('stay when the names are only read again', async () => {
    board(() => [variable('a', '1')])
    await run()
    board(() => [variable('a', '2')])
    await run()
    await refreshVariables(session)
    expect(marks()).toEqual({ a: 'changed' })
  })

  it('don’t come from an object’s address in memory', async () => {
    board(() => [variable('a', '<A object at 3fff0>')])
    await run()
    board(() => [variable('a', '<A object at 0x20017a40>')])
    await run()
    expect(marks()).toEqual({ a: null })
  })

  it('follow a key of a dict to another place', async () => {
    const dict = variable('d', '{}', { type: 'dict', length: 2, expandable: true })
    board((path) => (path.length === 0 ? [dict] : [variable("'x'", '1', { step: 0 }), variable("'y'", '2', { step: 1 })]))
    await run()
    await open('/d')
    board((path) => (path.length === 0 ? [dict] : [variable("'y'", '2', { step: 0 }), variable("'x'", '9', { step: 1 })]))
    await run()
    expect(marks()).toEqual({ d: null, "'x'": 'changed', "'y'": null })
  })

  it('call nothing new that may have been beyond what was told', async () => {
    board(() => [variable('a', '1')], 500)
    await run()
    board(() => [variable('b', '1')], 500)
    await run()
    expect(marks()).toEqual({ b: null })
  })
})

describe('the rows of names', () => {
  const list = variable('l', '[[1]]', { type: 'list', length: 1, expandable: true })
  const inner = variable('0', '[1]', { step: 0, type: 'list', length: 1, expandable: true })
  const answer = (path: VariablePath): Variable[] =>
    [[list, variable('time', '', { kind: 'module' })], [inner], [variable('0', '1', { step: 0 })]][path.length] ?? []

  it('show modules and functions only when asked for', async () => {
    board(answer)
    await run()
    expect(variableNodes(known().levels, new Set(), false).map(({ id }) => id)).toEqual(['/l'])
    expect(variableNodes(known().levels, new Set(), true).map(({ id }) => id)).toEqual(['/l', '/time'])
  })

  it('that are open are read anew after each run, level by level', async () => {
    const asked = board(answer)
    await run()
    await open('/l')
    await open('/l/0')
    expect(asked).toEqual([[], ['l'], ['l', 0]])
    await run()
    expect(asked.slice(3)).toEqual([[], ['l'], ['l', 0]])
    board((path) => (path.length === 0 ? [list] : null))
    await run()
    expect([...known().expanded]).toEqual(['/l/0'])
  })

  it('say how many are not shown', async () => {
    board(() => [variable('a', '1')], 30)
    await run()
    expect(variableNodes(known().levels, new Set(), false).at(-1)).toMatchObject({ kind: 'more', count: 29 })
  })
})

describe('reading names', () => {
  const follow = (): void => {
    const following = followVariables()
    onTestFinished(() => following.dispose())
  }
  const state = (kind: 'ready' | 'running' | 'attached' | 'working', watchOnly = false): void =>
    useSessions.setState({ sessions: { s: { ...session, watchOnly, state: { kind } } as SessionSnapshot } })

  it('happens by itself after a run of this window, when the board is ready', async () => {
    const asked = board(() => [])
    follow()
    state('running')
    noteRunEnded('s')
    expect(asked).toEqual([])
    state('ready')
    expect(asked).toEqual([[]])
    await vi.waitFor(() => expect(known().isReading).toBe(false))
    expect(isOld(known())).toBe(false)
    state('working')
    state('ready')
    expect(isOld(known())).toBe(false)
    state('running')
    expect(isOld(known())).toBe(true)
    state('ready')
    expect(asked).toHaveLength(1)
  })

  it('waits until the names are looked at', () => {
    const asked = board(() => [])
    useLayout.setState({ asideTab: 'board' })
    follow()
    noteRunEnded('s')
    expect(asked).toEqual([])
    useLayout.setState({ asideTab: 'variables' })
    expect(asked).toEqual([[]])
  })

  it('never happens by itself on a board that is only watched, or while it isn’t at its prompt', () => {
    const asked = board(() => [])
    follow()
    state('attached')
    noteRunEnded('s')
    state('ready', true)
    expect(asked).toEqual([])
    for (const kind of ['running', 'attached', 'working'] as const)
      expect(variablesReason({ ...session, state: { kind, job: { name: 'x' } } } as SessionSnapshot)).not.toBeNull()
    expect(variablesReason(session)).toBeNull()
  })

  it('that fails says why, and can be tried again', async () => {
    fakeBridge({
      'board.variables': () => {
        throw new AppError('no-space', 'No memory')
      },
    })
    await run()
    expect(known()).toMatchObject({ failure: 'No memory', isReading: false, readRun: null })
    board(() => [])
    await refreshVariables(session)
    expect(known()).toMatchObject({ failure: null, readRun: 1 })
  })
})
