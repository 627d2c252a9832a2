import { baseName } from '../../shared/boardPath'
import { hasCode } from '../../shared/errors'
import type { BoardSnapshot, FileVersion } from '../../shared/history'
import { t, text } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { bridge } from '../bridge/bridge'
import { showPage } from '../editor/openTabs'
import { decodeText } from '../editor/textCodec'
import { ask } from '../stores/dialogsStore'
import { HISTORY_PAGE, useHistory, type VersionText } from '../stores/historyStore'
import { reportFailure } from '../stores/noticesStore'
import { activeSession } from '../stores/sessionsStore'
import { showStatus } from '../stores/statusStore'
import { pickSavePath } from './pickPath'
import { planRestore } from './syncActions'
import { reloadOpen } from './transferActions'
import { withPrompt } from './withPrompt'

/** Opens the tab History with a file of the shown board, or with its last one. */
export async function openHistory(path?: string): Promise<void> {
  showPage(HISTORY_PAGE)
  const part = path === undefined ? useHistory.getState().part : 'files'
  useHistory.setState({ loading: true, part })
  try {
    const session = activeSession()
    const boards = await bridge().request('history.boards', {})
    const key = session === null ? (boards[0]?.key ?? null) : (await bridge().request('history.state', { session: session.id })).board
    useHistory.setState({ boards })
    if (key !== null) await showHistoryOf(key, path)
  } catch (error) {
    reportFailure(t('The history could not be read.'), error)
  } finally {
    useHistory.setState({ loading: false })
  }
}

/** Shows the history of a board, and of one of its files. */
export async function showHistoryOf(key: string, path?: string): Promise<void> {
  const session = activeSession()
  const { boards } = useHistory.getState()
  const name = boards.find((each) => each.key === key)?.name ?? (session === null ? key : portName(session.port))
  const files = await bridge().request('history.files', { board: key })
  const snapshots = await bridge().request('history.snapshots', { board: key })
  useHistory.setState({ board: { key, name, lastAt: 0 }, files, snapshots, path: null, versions: [], shown: null })
  const first = path ?? files[0]?.path
  if (first !== undefined) await showVersionsOf(first)
}

/** Shows the versions of a file, the latest in front. */
export async function showVersionsOf(path: string): Promise<void> {
  const { board } = useHistory.getState()
  if (board === null) return
  try {
    const versions = await bridge().request('history.versions', { board: board.key, path })
    useHistory.setState({ path, versions, shown: null })
    const first = versions.find(({ kept }) => kept)
    if (first !== undefined) await showVersion(first)
  } catch (error) {
    reportFailure(t('The history could not be read.'), error)
  }
}

/** Shows a version beside what the file holds now. */
export async function showVersion(version: FileVersion): Promise<void> {
  const { board, versions } = useHistory.getState()
  if (board === null || !version.kept) return
  try {
    const text = await readText(board.key, version.sha256)
    const now = await readNow(board.key, version.path, versions)
    if (useHistory.getState().path === version.path) useHistory.setState({ shown: { version, text, now } })
  } catch (error) {
    reportFailure(t('This version could not be read.'), error)
  }
}

/** Puts a version back onto the shown board. What is there goes into the history first. */
export async function restoreVersion({ path, sha256 }: FileVersion): Promise<void> {
  const session = activeSession()
  const { board } = useHistory.getState()
  if (session === null || board === null) return
  try {
    const restore = { session: session.id, board: board.key, sha256, path }
    const result = await withPrompt(text('Restoring'), (stop) => bridge().request('history.restoreFile', { ...restore, stop }))
    if (result === null) return
    const values = { name: baseName(path) }
    showStatus(result.proven ? t('Restored {{name}}, proven', values) : t('Restored {{name}}', values))
    await reloadOpen(session.boardKey, path)
    await showVersionsOf(path)
  } catch (error) {
    reportFailure(t('{{name}} could not be restored.', { name: baseName(path) }), error)
  }
}

/** Saves a version as a file of the computer. */
export async function saveVersion({ path, sha256 }: FileVersion): Promise<void> {
  const { board } = useHistory.getState()
  if (board === null) return
  try {
    const file = await pickSavePath(baseName(path))
    if (file === null) return
    const bytes = await bridge().request('history.read', { board: board.key, sha256 })
    await bridge().request('workspace.writeFile', { path: file, bytes: new Uint8Array(bytes) })
    showStatus(t('Saved {{name}}', { name: file }))
  } catch (error) {
    reportFailure(t('{{name}} could not be saved.', { name: baseName(path) }), error)
  }
}

/** Shows what bringing the shown board back as it was would do. */
export async function restoreSnapshot({ id, at, folder }: BoardSnapshot): Promise<void> {
  const { board } = useHistory.getState()
  if (board !== null) await planRestore({ kind: 'snapshot', board: board.key, snapshot: id, at }, folder, 'mirror')
}

/** Forgets all that is known of the board that the tab shows, after a question. */
export async function forgetHistory(): Promise<void> {
  const { board } = useHistory.getState()
  if (board === null) return
  const choice = await ask({
    title: t('Forget the history of {{board}}?', { board: board.name }),
    text: t('Its old versions can’t be brought back then. The files on the board stay as they are.'),
    choices: [
      { id: 'forget', label: t('Forget'), kind: 'danger' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  if (choice !== 'forget') return
  try {
    await bridge().request('history.forget', { board: board.key })
    useHistory.setState({ files: [], snapshots: [], path: null, versions: [], shown: null })
    showStatus(t('The history of {{board}} is forgotten', { board: board.name }))
  } catch (error) {
    reportFailure(t('The history could not be forgotten.'), error)
  }
}

async function readText(board: string, sha256: string): Promise<string | null> {
  const decoded = decodeText(new Uint8Array(await bridge().request('history.read', { board, sha256 })))
  return decoded.kind === 'text' ? decoded.text : null
}

/** The file as it is on the board; while the board has no time, or another one is shown, the latest version that is known. */
async function readNow(board: string, path: string, versions: readonly FileVersion[]): Promise<VersionText['now']> {
  const session = activeSession()
  try {
    if (session?.state.kind === 'ready' && (await bridge().request('history.state', { session: session.id })).board === board) {
      const decoded = decodeText(new Uint8Array(await bridge().request('board.readFile', { session: session.id, path, stop: 'refuse' })))
      return { text: decoded.kind === 'text' ? decoded.text : null, from: 'board' }
    }
  } catch (error) {
    if (hasCode(error, 'not-found')) return { text: '', from: 'absent' }
    if (!hasCode(error, 'needs-prompt', 'watch-only', 'port-gone', 'not-connected', 'busy')) throw error
  }
  const latest = versions.find(({ kept }) => kept)
  return { text: latest === undefined ? null : await readText(board, latest.sha256), from: 'latest' }
}
