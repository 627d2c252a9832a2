import type { SessionSnapshot } from '../../shared/board'
import { hasCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { TYPED_PROGRAM } from '../../shared/programNames'
import { bridge } from '../bridge/bridge'
import { boardTree, expandBoardFolder, putBoardLevel, setBoardLoading } from '../stores/boardTreeStore'
import { reportFailure } from '../stores/noticesStore'
import { useSessions } from '../stores/sessionsStore'
import { withPrompt } from './withPrompt'

/** The folder that a board's tree begins with. */
export function boardRoot(session: SessionSnapshot): string {
  return session.board?.root ?? '/'
}

/** Lists a folder of the board. `quiet` never stops a program: where one runs, what is known stays. Failures are shown, unless quiet. */
export async function listBoardFolder(session: SessionSnapshot, path: string, mode: 'ask' | 'quiet'): Promise<void> {
  const list = { session: session.id, path }
  setBoardLoading(session.boardKey, path, true)
  try {
    const result =
      mode === 'quiet'
        ? await bridge().request('board.list', { ...list, stop: 'refuse' })
        : await withPrompt(text('Listing files'), (stop) => bridge().request('board.list', { ...list, stop }))
    if (result !== null) putBoardLevel(session.boardKey, path, result.entries, Date.now())
  } catch (error) {
    if (mode === 'ask') reportFailure(t('The files could not be listed.'), error)
    else if (!hasCode(error, 'needs-prompt', 'watch-only', 'port-gone', 'not-connected', 'cancelled', 'busy', 'not-found')) {
      reportFailure(t('The files could not be listed.'), error)
    }
  } finally {
    setBoardLoading(session.boardKey, path, false)
  }
}

/** Opens or closes a folder of the tree; an opened one is listed when nothing is known of it. */
export async function toggleBoardFolder(session: SessionSnapshot, path: string, open: boolean): Promise<void> {
  expandBoardFolder(session.boardKey, path, open)
  if (open && boardTree(session.boardKey).levels[path] === undefined) await listBoardFolder(session, path, 'ask')
}

/** Lists every shown folder of the board again, stopping a program only after a question. */
export async function refreshBoard(session: SessionSnapshot): Promise<void> {
  await listBoardFolder(session, boardRoot(session), 'ask')
  const { expanded, levels } = boardTree(session.boardKey)
  for (const folder of expanded) if (levels[folder] !== undefined) await listBoardFolder(session, folder, 'quiet')
}

/** Interrupts what runs, then lists. */
export async function stopAndList(session: SessionSnapshot): Promise<void> {
  try {
    await bridge().request('session.getPrompt', { session: session.id })
    await listBoardFolder(session, boardRoot(session), 'ask')
  } catch (error) {
    reportFailure(t('The files could not be listed.'), error)
  }
}

/** Keeps the trees in step with the boards: what was known comes at once, the root is listed when the prompt is there first. */
export function followBoards(): Disposable {
  const owned = new DisposableStore()
  /** Sessions whose known listings were asked for. */
  const asked = new Set<string>()
  /** Sessions whose root was listed since they last had no prompt, and which root it was. */
  const listed = new Map<string, string>()
  const look = (): void => {
    const { sessions } = useSessions.getState()
    for (const id of [...asked]) if (sessions[id] === undefined) asked.delete(id)
    for (const id of [...listed.keys()]) if (sessions[id] === undefined) listed.delete(id)
    for (const session of Object.values(sessions)) {
      const { state } = session
      if (forgetsFiles(session)) listed.delete(session.id)
      if (state.kind !== 'opening' && state.kind !== 'closed' && !asked.has(session.id)) {
        asked.add(session.id)
        void takeKnown(session)
      }
      // The first job tells where the root is: a board with /flash is listed there then.
      if (state.kind === 'ready' && listed.get(session.id) !== boardRoot(session)) {
        listed.set(session.id, boardRoot(session))
        void listShown(session)
      }
    }
  }
  owned.add(toDisposable(useSessions.subscribe(look)))
  owned.add(bridge().on('board.listed', ({ session: id, path }) => void listStale(id, path)))
  look()
  return owned
}

/** True while files may change without us: a program of the user's may write some. A line typed at the prompt is no reason to list again. */
function forgetsFiles({ state }: SessionSnapshot): boolean {
  return state.kind === 'running' ? state.program.name !== TYPED_PROGRAM : state.kind !== 'ready' && state.kind !== 'working'
}

async function takeKnown(session: SessionSnapshot): Promise<void> {
  try {
    for (const level of await bridge().request('board.known', { session: session.id })) {
      putBoardLevel(session.boardKey, level.path, level.entries, level.listedAt)
    }
  } catch (error) {
    if (!hasCode(error, 'not-connected')) reportFailure(t('What was known of the board’s files could not be read.'), error)
  }
}

async function listShown(session: SessionSnapshot): Promise<void> {
  await listBoardFolder(session, boardRoot(session), 'quiet')
  for (const folder of boardTree(session.boardKey).expanded) await listBoardFolder(session, folder, 'quiet')
}

/** A folder's contents changed: it is listed again where it is shown. */
async function listStale(id: string, path: string): Promise<void> {
  const session = useSessions.getState().sessions[id]
  if (session === undefined) return
  if (path === boardRoot(session) || boardTree(session.boardKey).levels[path] !== undefined) await listBoardFolder(session, path, 'quiet')
}
