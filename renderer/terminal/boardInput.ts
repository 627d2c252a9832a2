import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { useSessions } from '../stores/sessionsStore'
import { useChannels } from './channels'
import { sayInTerminal } from './terminalStore'

/** As the contract allows for one paste. */
const MAX_PASTE = 4_000_000
const encoder = new TextEncoder()

/** The session that takes what is typed into a channel's terminal, or null while there is none that could. */
export function typingSession(channel: string): string | null {
  const id = useChannels.getState().current[channel]
  const session = id === undefined ? undefined : useSessions.getState().sessions[id]
  if (session === undefined) return null
  switch (session.state.kind) {
    case 'closed':
    case 'opening':
    case 'lost':
      return null
    case 'attached':
    case 'ready':
    case 'running':
    case 'working':
      return session.id
    default:
      return session.state satisfies never
  }
}

/** Sends what was typed. Without an open port nothing is sent, and nothing is kept for later. */
export function typeToBoard(channel: string, typed: string | Uint8Array): void {
  const session = typingSession(channel)
  if (session === null) {
    sayInTerminal(t('Not sent: no board is connected'))
    return
  }
  const bytes = typeof typed === 'string' ? encoder.encode(typed) : typed
  bridge().request('session.input', { session, bytes }).catch(sayNotSent)
}

/** Sends text from the clipboard; main puts more than one line through paste mode, so that it arrives unharmed. */
export function pasteToBoard(channel: string, text: string): void {
  if (text === '') return
  const session = typingSession(channel)
  if (session === null) sayInTerminal(t('Not pasted: no board is connected'))
  else if (text.length > MAX_PASTE) sayInTerminal(t('Not pasted: the text is too long; save it as a file instead'))
  else bridge().request('session.paste', { session, text }).catch(sayNotSent)
}

function sayNotSent(thrown: unknown): void {
  sayInTerminal(t('Not sent: {{reason}}', { reason: AppError.from(thrown).message }))
}
