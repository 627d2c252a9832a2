import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { promptMessage } from '../connection/promptMessage'
import { portWord } from '../connection/stateWords'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { activeSession } from '../stores/sessionsStore'

/** Shows why something with the shown board failed; a board that doesn't answer comes with what can be done about it. */
export function showBoardFailure(title: string, thrown: unknown): void {
  const session = activeSession()
  const message = session === null ? null : promptMessage(AppError.from(thrown), portWord(session.port), session.canHardReset)
  if (session === null || message === null) {
    reportFailure(title, thrown)
    return
  }
  const reset = (): void => {
    bridge()
      .request('session.hardReset', { session: session.id })
      .catch((error: unknown) => reportFailure(t('The hard reset failed'), error))
  }
  showNotice({
    tone: 'error',
    title: message.title,
    text: message.text,
    actions: message.offerHardReset ? [{ label: t('Reset the board'), run: reset }] : [],
  })
}
