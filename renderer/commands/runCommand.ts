import { t } from '../../shared/language/language'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { type Command, findCommand } from './registry'

/** Runs a command, or says why it can't be run now. */
export function runCommand(command: Command): void {
  const reason = command.unavailable?.() ?? null
  if (reason !== null) {
    showNotice({ tone: 'info', title: t('{{command}} isn’t available', { command: t(command.title).replace(/…$/, '') }), text: reason })
    return
  }
  Promise.resolve(command.run()).catch((error: unknown) => {
    reportFailure(t('{{command}} failed', { command: t(command.title) }), error)
  })
}

/** Runs the command of that id; an id that no part of the app has registered does nothing. */
export function runCommandById(id: string): void {
  const command = findCommand(id)
  if (command !== undefined) runCommand(command)
}
