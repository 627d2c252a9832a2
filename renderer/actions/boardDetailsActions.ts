import { t, text } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { portWord } from '../connection/stateWords'
import { useBoardDetails } from '../stores/boardDetailsStore'
import { activeSession } from '../stores/sessionsStore'
import { showBoardFailure } from './showFailure'
import { withPrompt } from './withPrompt'

/** Asks the shown board what it is and can do, and shows it. */
export async function showBoardDetails(): Promise<void> {
  const session = activeSession()
  if (session === null) return
  try {
    const details = await withPrompt(text('Asking the board'), (stop) => bridge().request('board.details', { session: session.id, stop }))
    if (details !== null) useBoardDetails.setState({ board: session.port.boardName ?? portWord(session.port), details })
  } catch (error) {
    showBoardFailure(t('The board could not be asked'), error)
  }
}
