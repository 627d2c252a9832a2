import type { Leftover, LeftoverRepair } from '../../shared/board'
import { t, text } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { reportFailure } from '../stores/noticesStore'
import { showStatus } from '../stores/statusStore'
import { withPrompt } from './withPrompt'

/** Finishes, removes or keeps what interrupted saves left on the board. */
export async function repairLeftovers(session: string, leftovers: readonly Leftover[], repair: LeftoverRepair): Promise<void> {
  const paths = leftovers.map(({ path }) => path)
  try {
    const left = await withPrompt(text('Repairing'), (stop) => bridge().request('board.repairLeftovers', { session, paths, repair, stop }))
    if (left === null) return
    const count = paths.filter((path) => !left.some((each) => each.path === path)).length
    if (repair === 'resume') showStatus(t('{{count, number}} saves finished', { count }))
    else if (repair === 'remove') showStatus(t('{{count, number}} leftovers removed', { count }))
  } catch (error) {
    reportFailure(t('The leftovers could not be repaired.'), error)
  }
}
