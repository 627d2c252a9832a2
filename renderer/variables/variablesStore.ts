import { create } from 'zustand'
import type { VariableLevel } from '../../shared/variables'
import { GLOBALS, type KnownLevels, type KnownVariable, knownLevel } from './variableModel'

/** What is known of one board's names. Values are never changed in place. */
export interface BoardVariables {
  levels: KnownLevels
  /** As read after the run before: what marks are made from. */
  before: KnownLevels
  expanded: ReadonlySet<string>
  /** Counts what ran on the board, and is 0 before anything did. */
  runs: number
  /** Which of them the reading belongs to; null while nothing was read. */
  readRun: number | null
  /** Milliseconds since 1970. */
  readAt: number
  isReading: boolean
  /** A run of this window has ended, and its names were not read yet. */
  isDue: boolean
  /** Why the last reading failed, in words; null when it didn't. */
  failure: string | null
}

/** What is known of a board before anything was read. */
export const noVariables: BoardVariables = {
  levels: {},
  before: {},
  expanded: new Set(),
  runs: 0,
  readRun: null,
  readAt: 0,
  isReading: false,
  isDue: false,
  failure: null,
}

interface VariablesState {
  /** By session. */
  boards: Readonly<Record<string, BoardVariables>>
  /** Modules, functions and classes are shown as well. */
  showAll: boolean
}

/** The names that programs left on the boards, as last read. */
export const useVariables = create<VariablesState>(() => ({ boards: {}, showAll: false }))

/** What is known of a session's board. */
export function variablesOf(session: string, state: VariablesState = useVariables.getState()): BoardVariables {
  return state.boards[session] ?? noVariables
}

/** Changes some of what is known of a session's board. */
export function patchVariables(session: string, patch: Partial<BoardVariables>): void {
  useVariables.setState((state) => ({ boards: { ...state.boards, [session]: { ...variablesOf(session, state), ...patch } } }))
}

/** True when something ran on the board since its names were read. */
export function isOld({ runs, readRun }: BoardVariables): boolean {
  return readRun !== null && readRun !== runs
}

/** Something runs on the board, or it began anew: what was read is of before. */
export function noteRan(session: string): void {
  patchVariables(session, { runs: variablesOf(session).runs + 1 })
}

/** Begins a reading of the global scope; what was read after the run before is kept to compare with. */
export function startLevels(session: string, level: VariableLevel, at: number): void {
  const known = variablesOf(session)
  const before = isOld(known) ? known.levels : known.before
  const root = knownLevel({ id: GLOBALS, path: [] }, level, before[GLOBALS])
  patchVariables(session, { before, levels: { [GLOBALS]: root }, readRun: known.runs, readAt: at, failure: null, isDue: false })
}

/** Takes in what is inside a value; null, because it is gone, closes it. */
export function putLevel(session: string, parent: KnownVariable, level: VariableLevel | null): void {
  const { levels, before, expanded } = variablesOf(session)
  if (level === null) patchVariables(session, { expanded: new Set([...expanded].filter((id) => id !== parent.id)) })
  else patchVariables(session, { levels: { ...levels, [parent.id]: knownLevel(parent, level, before[parent.id]) } })
}
