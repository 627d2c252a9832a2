import type { SessionSnapshot, StopChoice } from '../../shared/board'
import { AppError } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import type { SyncMode, SyncPlan, SyncResult } from '../../shared/sync'
import { bridge } from '../bridge/bridge'
import { showPage } from '../editor/openTabs'
import { useLayout } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'
import { activeSession } from '../stores/sessionsStore'
import { openPicker } from '../stores/shellStore'
import { showStatus } from '../stores/statusStore'
import { SYNC_PAGE, type SyncState, type SyncSubject, useSync } from '../stores/syncStore'
import { choiceList, planTotals } from '../sync/planGroups'
import { boardRoot } from './boardListing'
import { refreshDiskFolder } from './diskListing'
import { pickFolder } from './pickPath'
import { reloadOpen } from './transferActions'
import { withPrompt } from './withPrompt'

/** How many pairs of folders are remembered, each board's latest. */
const KEPT_PAIRS = 20

/** Opens the tab Sync for the shown board. What is not given is as it was the last time with this board. */
export function openSync(given: { folder?: string; to?: string } = {}): void {
  const session = activeSession()
  if (session === null) {
    openPicker()
    return
  }
  const { syncPairs, folder: opened } = useLayout.getState()
  const last = syncPairs.find(({ board }) => board === session.boardKey)
  begin(
    { kind: 'folder', folder: given.folder ?? last?.folder ?? opened },
    given.to ?? (given.folder === undefined ? last?.to : undefined) ?? boardRoot(session),
    last?.mode ?? 'upload',
  )
}

/** Opens the tab Sync to compare something else with the shown board, and compares at once. */
export async function planRestore(subject: Exclude<SyncSubject, { kind: 'folder' }>, to: string, mode: 'upload' | 'mirror'): Promise<void> {
  begin(subject, to, mode)
  await comparePlan()
}

function begin(subject: SyncSubject, to: string, mode: SyncMode): void {
  if (useSync.getState().phase.kind !== 'syncing') useSync.setState({ subject, to, mode, phase: { kind: 'choosing' }, choices: {} })
  showPage(SYNC_PAGE)
}

/** Changes what is compared; the plan, if any, holds no more. */
export function setSyncTerms(patch: Partial<Pick<SyncState, 'subject' | 'to' | 'mode'>>): void {
  useSync.setState({ ...patch, phase: { kind: 'choosing' }, choices: {} })
}

/** Asks for the folder of the computer. */
export async function chooseSyncFolder(): Promise<void> {
  try {
    const folder = await pickFolder(t('Sync a folder with the board'), t('Sync here'))
    if (folder !== null) setSyncTerms({ subject: { kind: 'folder', folder } })
  } catch (error) {
    reportFailure(t('The folder could not be opened.'), error)
  }
}

/** Compares both sides; changes nothing. The tab says what came of it. */
export async function comparePlan(): Promise<void> {
  const session = activeSession()
  const { subject, to, mode, phase: before } = useSync.getState()
  if (session === null) {
    openPicker()
    return
  }
  if (before.kind === 'comparing' || before.kind === 'syncing') return
  useSync.setState({ phase: { kind: 'comparing' }, session: session.id, choices: {} })
  try {
    if (subject.kind === 'folder' && subject.folder !== null) remember(session, subject.folder, to, mode)
    const plan = await withPrompt(text('Comparing'), (stop) => requestPlan(session, subject, to, mode, stop))
    useSync.setState({ phase: plan === null ? { kind: 'choosing' } : { kind: 'planned', plan, at: Date.now() } })
  } catch (thrown) {
    fail(thrown, 'comparing')
  }
}

function requestPlan(session: SessionSnapshot, subject: SyncSubject, to: string, mode: SyncMode, stop: StopChoice): Promise<SyncPlan> {
  const oneWay = mode === 'mirror' ? 'mirror' : 'upload'
  switch (subject.kind) {
    case 'folder':
      if (subject.folder === null) return Promise.reject(new AppError('not-found', t('Choose a folder of the computer first.')))
      return bridge().request('sync.plan', { session: session.id, folder: subject.folder, to, mode, stop })
    case 'backup':
      return bridge().request('sync.planBackup', { session: session.id, file: subject.file, to, mode: oneWay, stop })
    case 'snapshot': {
      const { board, snapshot } = subject
      return bridge().request('sync.planSnapshot', { session: session.id, board, snapshot, to, mode: oneWay, stop })
    }
    case 'copy': {
      const { from, folder } = subject
      return bridge().request('sync.planCopy', { session: session.id, from, folder, to, mode: oneWay, stop })
    }
    default:
      return subject satisfies never
  }
}

/** Carries out the plan with the user's choices. */
export async function carryOutPlan(): Promise<void> {
  const { phase, session, choices, speeds } = useSync.getState()
  if (phase.kind !== 'planned' || session === null) return
  const { plan, at } = phase
  useSync.setState({ phase: { kind: 'syncing', plan, at } })
  const since = Date.now()
  try {
    const request = { session, plan: plan.id, choices: choiceList(choices) }
    const result = await withPrompt(text('Syncing'), (stop) => bridge().request('sync.carryOut', { ...request, stop }))
    if (result === null) {
      useSync.setState({ phase })
      return
    }
    const board = activeSession()?.boardKey
    if (board !== undefined && result.bytes > 0 && result.ended === 'done')
      useSync.setState({ speeds: { ...speeds, [board]: (result.bytes * 1_000) / Math.max(1, Date.now() - since) } })
    useSync.setState({ phase: { kind: 'done', plan, result, at: Date.now() } })
    showStatus(t('Synced: {{proven}} of {{count}} files proven', { proven: result.proven, count: copied(result) }))
    await showChanges(plan, result)
  } catch (thrown) {
    fail(thrown, 'syncing')
  }
}

/** Files that were copied either way. */
export function copied({ proven, unproven }: SyncResult): number {
  return proven + unproven.length
}

/** Seconds that a plan may take on the shown board, by what the last sync with it took; null while nothing is known. */
export function guessSeconds(): number | null {
  const { phase, speeds, choices } = useSync.getState()
  const speed = speeds[activeSession()?.boardKey ?? '']
  if (phase.kind !== 'planned' || speed === undefined) return null
  const { up, down } = planTotals(phase.plan.lines, choices, null)
  return Math.ceil((up + down) / speed)
}

async function showChanges(plan: SyncPlan, result: SyncResult): Promise<void> {
  const session = activeSession()
  if (session !== null && result.uploaded + result.removed > 0) await reloadOpen(session.boardKey, plan.folder)
  if (plan.source.kind === 'computer' && result.downloaded > 0) await refreshDiskFolder(plan.source.folder)
}

function fail(thrown: unknown, during: 'comparing' | 'syncing'): void {
  const error = AppError.from(thrown)
  useSync.setState({ phase: error.code === 'cancelled' ? { kind: 'choosing' } : { kind: 'failed', error, during } })
}

function remember({ boardKey }: SessionSnapshot, folder: string, to: string, mode: SyncMode): void {
  useLayout.setState(({ syncPairs }) => ({
    syncPairs: [{ board: boardKey, folder, to, mode }, ...syncPairs.filter(({ board }) => board !== boardKey)].slice(0, KEPT_PAIRS),
  }))
}
