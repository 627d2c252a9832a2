import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { HandlersOf } from './handler'

/** Answers what concerns plans, history and backups. */
export function syncHandlers(): HandlersOf<'sync' | 'history' | 'backup'> {
  const soon = (): Promise<never> => Promise.reject(new AppError('not-available', t('This window has no system dialogs')))
  return {
    'sync.plan': soon,
    'sync.planBackup': soon,
    'sync.planSnapshot': soon,
    'sync.planCopy': soon,
    'sync.read': soon,
    'sync.carryOut': soon,
    'history.state': soon,
    'history.keepAll': soon,
    'history.take': soon,
    'history.boards': soon,
    'history.files': soon,
    'history.versions': soon,
    'history.snapshots': soon,
    'history.read': soon,
    'history.restoreFile': soon,
    'history.forget': soon,
    'backup.create': soon,
    'backup.inspect': soon,
  }
}
