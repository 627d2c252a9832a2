import type { SaveResult, SessionSnapshot } from '../../shared/board'
import { baseName, parentBoardPath } from '../../shared/boardPath'
import { t, text } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { sha256 } from '../editor/textCodec'
import { ask } from '../stores/dialogsStore'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { showStatus } from '../stores/statusStore'
import { mayRunAtPowerUp } from './askPowerUp'
import { withPrompt } from './withPrompt'

/** Copies that this window put on a board, by board and path: what was copied and what the board got. Copying it again needs no question. */
const copies = new Map<string, { source: string; sha256: string }>()

/**
 * Writes a file of the board; `expected` is the SHA-256 that the file there should still have. Null when the user called it off.
 * Rejects with `changed-elsewhere`, `no-space`, `hash-mismatch`, `port-gone`, ...
 */
export async function writeBoardFile(
  session: SessionSnapshot,
  path: string,
  bytes: Uint8Array,
  expected?: string,
): Promise<SaveResult | null> {
  if (!(await mayRunAtPowerUp(session, path, bytes))) return null
  const params = { session: session.id, path, bytes, ...(expected === undefined ? {} : { expected }) }
  const result = await withPrompt(text('Saving'), (stop) => bridge().request('board.writeFile', { ...params, stop }))
  if (result !== null) settle(session, result, bytes)
  return result
}

/**
 * Puts a copy on the board under a path of its own, and asks before it replaces a file with other contents. `source` tells what is
 * copied, so that an older copy of the same may be replaced without a question. Null when called off.
 */
export async function putOnBoard(
  session: SessionSnapshot,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  source: string,
): Promise<SaveResult | null> {
  if (!(await mayRunAtPowerUp(session, path, bytes))) return null
  const key = `${session.boardKey}:${path}`
  const hash = await sha256(bytes)
  const result = await withPrompt(text('Saving'), async (stop) => {
    const there = await hashOnBoard(session.id, path, stop)
    const copy = copies.get(key)
    const isOlderCopy = copy?.source === source && copy.sha256 === there
    if (there !== null && there !== hash && !isOlderCopy && !(await mayReplace(path))) return null
    return bridge().request('board.writeFile', { session: session.id, path, bytes, stop })
  })
  if (result === null) return null
  copies.set(key, { source, sha256: result.sha256 })
  settle(session, result, bytes)
  return result
}

async function hashOnBoard(session: string, path: string, stop: 'refuse' | 'stop' | 'restart'): Promise<string | null> {
  const { entries } = await bridge().request('board.list', { session, path: parentBoardPath(path), stop })
  const entry = entries.find((candidate) => candidate.path === path)
  if (entry?.kind !== 'file') return null
  return sha256(new Uint8Array(await bridge().request('board.readFile', { session, path, stop })))
}

async function mayReplace(path: string): Promise<boolean> {
  const choice = await ask({
    title: t('Replace {{name}} on the board?', { name: baseName(path) }),
    text: t('{{path}} is there already, with other contents.', { path }),
    choices: [
      { id: 'replace', label: t('Replace'), kind: 'danger' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  return choice === 'replace'
}

function settle(session: SessionSnapshot, result: SaveResult, bytes: Uint8Array): void {
  if (result.proven) {
    showStatus(t('Saved {{name}}, proven', { name: baseName(result.path) }))
    return
  }
  showNotice({
    tone: 'warn',
    title: t('{{path}} is written, not proven.', { path: result.path }),
    text: t('This firmware can’t hash.'),
    actions: [{ label: t('Read back and compare'), run: () => void compare(session, result.path, bytes) }],
  })
}

async function compare(session: SessionSnapshot, path: string, bytes: Uint8Array): Promise<void> {
  try {
    const read = await withPrompt(text('Comparing'), (stop) => bridge().request('board.readFile', { session: session.id, path, stop }))
    if (read === null) return
    if (read.length === bytes.length && read.every((byte, at) => byte === bytes[at]))
      showStatus(t('{{name}} was read back: it is the same', { name: baseName(path) }))
    else showNotice({ tone: 'error', title: t('{{path}} differs from what was written.', { path }), text: t('Save it again.') })
  } catch (error) {
    reportFailure(t('{{path}} could not be read back.', { path }), error)
  }
}
