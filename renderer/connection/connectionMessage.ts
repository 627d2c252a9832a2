import type { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { isNetworkPort } from '../../shared/networkPort'

/** What a message about a failed connection offers. */
export type ConnectionOffer = 'retry' | 'use-virtual' | 'choose-port' | 'copy-command'

/** What happened, why, and what to do next. */
export interface ConnectionMessage {
  title: string
  text: string
  offers: readonly ConnectionOffer[]
  /** What `copy-command` copies. */
  command?: string
}

function detail(error: AppError, key: string): string | null {
  const value = error.details[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Group names of Unix; anything else is not put into a command for a shell. */
const GROUP = /^[a-z_][a-z0-9_-]{0,31}$/

function permissionMessage(error: AppError, port: string): ConnectionMessage {
  const title = t('No permission for {{port}}', { port })
  const group = detail(error, 'group')
  if (group === null || !GROUP.test(group)) return { title, text: t('The system refuses this port to your account.'), offers: ['retry'] }
  return {
    title,
    text: t('You aren’t in group {{group}}. Join it, then log out and in.', { group }),
    offers: ['copy-command', 'retry'],
    command: `sudo usermod -aG ${group} $USER`,
  }
}

/** Words a failure of opening `port` (a path, or a name for people). */
export function connectionMessage(error: AppError, port: string): ConnectionMessage {
  // What helps with cables doesn't help with networks.
  if (isNetworkPort(port))
    return { title: t('{{port}} could not be opened', { port }), text: error.message, offers: ['retry', 'choose-port'] }
  switch (error.code) {
    case 'port-not-found':
      return {
        title: t('No board found at {{port}}', { port }),
        text: t('Is it plugged in? Charge-only cables look like data cables.'),
        offers: ['choose-port', 'use-virtual'],
      }
    case 'port-permission':
      return permissionMessage(error, port)
    case 'port-busy': {
      const holder = detail(error, 'holder')
      if (holder === null) return { title: t('Another program is using {{port}}', { port }), text: t('Close it there.'), offers: ['retry'] }
      return { title: t('{{holder}} is using {{port}}', { holder, port }), text: t('Close it there.'), offers: ['retry'] }
    }
    case 'port-gone':
      return { title: t('{{port}} vanished while it was being opened', { port }), text: t('Plug it in again.'), offers: ['retry'] }
    case 'timeout':
      return {
        title: t('{{port}} didn’t open in time', { port }),
        text: t('Unplug the board, plug it in again and try once more.'),
        offers: ['retry'],
      }
    case 'connection-lost':
      return {
        title: t('Perfboard isn’t answering'),
        text: t('The window lost the program behind it and looks for it.'),
        offers: ['retry'],
      }
    default:
      return { title: t('{{port}} could not be opened', { port }), text: error.message, offers: ['retry', 'choose-port'] }
  }
}
