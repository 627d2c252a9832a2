import type { SessionSnapshot } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { t } from '../../shared/language/language'
import type { VariablePath } from '../../shared/variables'
import { bridge } from '../bridge/bridge'
import { jobReason } from '../connection/availability'
import { isAsideShown } from '../layout/layoutActions'
import { useLayout } from '../stores/layoutStore'
import { activeSession, useSessions } from '../stores/sessionsStore'
import { useShell } from '../stores/shellStore'
import { type KnownVariable } from './variableModel'
import { isOld, noteRan, patchVariables, putLevel, startLevels, useVariables, variablesOf } from './variablesStore'

/** As many as one request may carry. */
const MAX_PATHS = 100

/** Why names can't be read from the board now; null when they can. Nothing is stopped for it. */
export function variablesReason(session: SessionSnapshot | null): string | null {
  const reason = jobReason(session)
  if (reason !== null || session === null) return reason
  if (session.state.kind === 'running') return t('A program is running. Its names can be read when it has ended.')
  if (session.state.kind === 'attached') return t('Reading names needs the prompt. Choose Get the prompt first.')
  return null
}

/** Reads the global scope anew, and what is inside the rows that are open. Failures are noted in the store. */
export async function refreshVariables(session: SessionSnapshot): Promise<void> {
  await reading(session, async (ask) => {
    const [globals] = await ask([[]])
    if (globals === null || globals === undefined) throw new AppError('board-error', t('The board told nothing'))
    startLevels(session.id, globals, Date.now())
    let open = openRows(session.id)
    while (open.length > 0) {
      const levels = await ask(open.map(({ path }) => path))
      open.forEach((row, index) => putLevel(session.id, row, levels[index] ?? null))
      open = openRows(session.id)
    }
  })
}

/** Opens or closes a row; what is inside is read when it is not known and can be. */
export async function toggleVariable(session: SessionSnapshot, row: KnownVariable, open: boolean): Promise<void> {
  const known = variablesOf(session.id)
  const expanded = new Set(known.expanded)
  if (open) expanded.add(row.id)
  else expanded.delete(row.id)
  patchVariables(session.id, { expanded })
  if (!open || known.levels[row.id] !== undefined || variablesReason(session) !== null) return
  if (isOld(known)) return refreshVariables(session)
  await reading(session, async (ask) => {
    const [level] = await ask([row.path])
    putLevel(session.id, row, level ?? null)
  })
}

/** A run of this window has ended: its names are read as soon as they are looked at. */
export function noteRunEnded(session: string): void {
  patchVariables(session, { isDue: true })
}

/** Keeps in mind what ran on which board, and reads the names after a run while they are shown. */
export function followVariables(): Disposable {
  const owned = new DisposableStore()
  const look = (): void => {
    const session = activeSession()
    if (session === null || !isAsideShown('variables')) return
    const known = variablesOf(session.id)
    if (!known.isDue || known.isReading || session.state.kind !== 'ready' || variablesReason(session) !== null) return
    void refreshVariables(session)
  }
  owned.add(
    toDisposable(
      useSessions.subscribe((now, old) => {
        for (const [id, { state }] of Object.entries(now.sessions)) {
          const was = old.sessions[id]?.state.kind
          // A job leaves the names alone; everything else may change them.
          if (state.kind !== was && state.kind !== 'ready' && state.kind !== 'working') noteRan(id)
        }
        look()
      }),
    ),
  )
  owned.add(toDisposable(useLayout.subscribe(look)))
  owned.add(toDisposable(useShell.subscribe(look)))
  owned.add(toDisposable(useVariables.subscribe(look)))
  return owned
}

/** The open rows whose inside was not read in this reading. */
function openRows(session: string): KnownVariable[] {
  const { levels, expanded } = variablesOf(session)
  return Object.values(levels)
    .flatMap(({ rows }) => rows)
    .filter(({ id, variable }) => variable.expandable && expanded.has(id) && levels[id] === undefined)
    .slice(0, MAX_PATHS)
}

type Ask = (paths: VariablePath[]) => Promise<(Parameters<typeof startLevels>[1] | null)[]>

/** One reading at a time for each board. */
async function reading(session: SessionSnapshot, read: (ask: Ask) => Promise<void>): Promise<void> {
  if (variablesOf(session.id).isReading) return
  patchVariables(session.id, { isReading: true, isDue: false })
  try {
    await read((paths) => bridge().request('board.variables', { session: session.id, paths, stop: 'refuse' }))
  } catch (thrown) {
    const isOurs = hasCode(thrown, 'cancelled')
    patchVariables(session.id, { failure: isOurs ? t('Reading the names was called off.') : AppError.from(thrown).message })
  } finally {
    patchVariables(session.id, { isReading: false })
  }
}
