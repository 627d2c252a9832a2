import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { inspectBackup } from '../board/backupJobs'
import type { Services } from '../services'
import type { HandlersOf } from './handler'

/** Answers what concerns plans, history and backups. */
export function syncHandlers({ sessions, history, workspace }: Services): HandlersOf<'sync' | 'history' | 'backup'> {
  return {
    'sync.plan': ({ session, folder, to, mode, stop }) => sessions.get(session).files.sync.planFolder(folder, to, mode, stop),
    'sync.planBackup': ({ session, file, to, mode, stop }) => sessions.get(session).files.sync.planBackup(file, to, mode, stop),
    'sync.planSnapshot': ({ session, board, snapshot, to, mode, stop }) =>
      sessions.get(session).files.sync.planSnapshot(board, snapshot, to, mode, stop),
    'sync.planCopy': ({ session, from, folder, to, mode, stop }) =>
      sessions.get(session).files.sync.planCopy(sessions.get(from).files.sync, folder, to, mode, stop),
    'sync.read': ({ session, plan, path, side, stop }) => sessions.get(session).files.sync.read(plan, path, side, stop),
    'sync.carryOut': ({ session, plan, choices, stop }) => sessions.get(session).files.sync.carryOut(plan, choices, stop),
    'history.state': ({ session }) => sessions.get(session).files.history.state(),
    'history.keepAll': async ({ session, answer }) => {
      await sessions.get(session).files.history.answer(answer)
      return null
    },
    'history.take': ({ session, stop }) => sessions.get(session).files.history.take(stop),
    'history.boards': () => history.boards(),
    'history.files': ({ board }) => history.files(board),
    'history.versions': ({ board, path }) => history.versions(board, path),
    'history.snapshots': ({ board }) => history.snapshots(board),
    'history.read': async ({ sha256 }) => {
      const bytes = await history.read(sha256)
      if (bytes === undefined) throw new AppError('not-found', t('This version is not kept any more'), { sha256 })
      return bytes
    },
    'history.restoreFile': ({ session, sha256, path, stop, expected }) =>
      sessions.get(session).files.history.restoreFile(sha256, path, stop, expected),
    'history.forget': async ({ board }) => {
      await history.forget(board)
      return null
    },
    'backup.create': ({ session, folder, file, stop }) => sessions.get(session).files.backup.create(folder, file, stop),
    'backup.inspect': ({ file }) => inspectBackup(workspace, file),
  }
}
