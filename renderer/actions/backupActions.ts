import { t, text } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { bridge } from '../bridge/bridge'
import { byteWords } from '../layout/byteWords'
import { ask } from '../stores/dialogsStore'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { activeSession, useSessions } from '../stores/sessionsStore'
import { showStatus } from '../stores/statusStore'
import { notKeptWords } from '../sync/notKeptWords'
import { boardRoot } from './boardListing'
import { isOpen } from './boardOf'
import { pickFile, pickSavePath } from './pickPath'
import { planRestore } from './syncActions'
import { withPrompt } from './withPrompt'

/** Asks where to, and writes all files of the shown board into a zip. */
export async function backUpBoard(): Promise<void> {
  const session = activeSession()
  if (session === null) return
  try {
    const day = new Date().toISOString().slice(0, 10)
    const file = await pickSavePath(`${portName(session.port).replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${day}.zip`)
    if (file === null) return
    const backup = { session: session.id, folder: boardRoot(session), file }
    const done = await withPrompt(text('Backing up'), (stop) => bridge().request('backup.create', { ...backup, stop }))
    if (done === null) return
    const values = { files: t('{{count}} files', { count: done.files }), size: byteWords(done.size), proven: done.proven }
    showStatus(t('Backup made: {{files}}, {{size}}, {{proven}} proven', values))
    if (done.left.length > 0)
      showNotice({
        tone: 'warn',
        title: t('{{count, number}} files are not in the backup.', { count: done.left.length }),
        text: done.left.map((each) => `${each.path}: ${notKeptWords(each)}`).join('\n'),
      })
  } catch (error) {
    reportFailure(t('The backup could not be made.'), error)
  }
}

/** Asks for a backup, and shows what restoring it on the shown board would do. */
export async function restoreBackup(): Promise<void> {
  const session = activeSession()
  if (session === null) return
  try {
    const file = await pickFile(t('Restore from a backup'))
    if (file === null) return
    const contents = await bridge().request('backup.inspect', { file })
    await planRestore({ kind: 'backup', file, contents }, boardRoot(session), 'upload')
  } catch (error) {
    reportFailure(t('The backup could not be read.'), error)
  }
}

/** Sessions of other connected boards. */
export function otherBoards(): { id: string; name: string; root: string }[] {
  const { sessions, active } = useSessions.getState()
  return Object.values(sessions)
    .filter((session) => session.id !== active && isOpen(session))
    .map((session) => ({ id: session.id, name: portName(session.port), root: boardRoot(session) }))
}

/** Asks which other board, and shows what copying its files to the shown board would do. */
export async function copyFromBoard(): Promise<void> {
  const session = activeSession()
  const others = otherBoards()
  if (session === null || others.length === 0) return
  const id =
    others.length === 1
      ? others[0]?.id
      : await ask({
          title: t('Copy from which board?'),
          text: t('Its files are compared with those of {{board}} first.', { board: portName(session.port) }),
          choices: [
            ...others.map((other) => ({ id: other.id, label: other.name, kind: 'plain' as const })),
            { id: 'cancel', label: t('Cancel'), kind: 'plain' },
          ],
        })
  const from = others.find((other) => other.id === id)
  if (from !== undefined)
    await planRestore({ kind: 'copy', from: from.id, name: from.name, folder: from.root }, boardRoot(session), 'upload')
}
