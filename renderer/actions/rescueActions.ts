import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { hasCode } from '../../shared/errors'
import { activeSession } from '../stores/sessionsStore'
import { closeRescue } from '../stores/rescueStore'
import { showBoardFailure } from './showFailure'

/** Gets the prompt of the shown board although it ignores Ctrl-C. The strip says how it goes, and what came of it. */
export async function rescue(way: 'soft-reset' | 'catch'): Promise<void> {
  const session = activeSession()
  if (session === null) return
  closeRescue()
  try {
    await bridge().request('session.rescue', { session: session.id, way })
  } catch (error) {
    if (!hasCode(error, 'no-prompt', 'cancelled')) showBoardFailure(t('The board doesn’t answer'), error)
  }
}
