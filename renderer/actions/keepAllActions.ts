import { hasCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { bridge } from '../bridge/bridge'
import { reportFailure } from '../stores/noticesStore'
import { setAsking } from '../stores/keepAllStore'
import { useSessions } from '../stores/sessionsStore'
import { useSettings } from '../stores/settingsStore'
import { showStatus } from '../stores/statusStore'
import { withPrompt } from './withPrompt'

/** Looks once for each board that has its prompt for the first time whether its user was asked. The virtual board's files are here already. */
export function followKeepAll(): Disposable {
  const owned = new DisposableStore()
  const asked = new Set<string>()
  const look = (): void => {
    if (!useSettings.getState().history) return
    const { sessions } = useSessions.getState()
    for (const id of [...asked]) if (sessions[id] === undefined) asked.delete(id)
    for (const { id, state, port } of Object.values(sessions)) {
      if (state.kind !== 'ready' || port.kind === 'virtual' || asked.has(id)) continue
      asked.add(id)
      void askWhereDue(id)
    }
  }
  owned.add(toDisposable(useSessions.subscribe(look)))
  owned.add(toDisposable(useSettings.subscribe(look)))
  look()
  return owned
}

async function askWhereDue(session: string): Promise<void> {
  try {
    const { enabled, keepAll } = await bridge().request('history.state', { session })
    setAsking(session, enabled && keepAll === 'ask')
  } catch (error) {
    if (!hasCode(error, 'not-connected', 'port-gone')) reportFailure(t('The history could not be read.'), error)
  }
}

/** Keeps the user's answer for the board; a yes takes all files at once. */
export async function answerKeepAll(session: string, answer: 'yes' | 'no'): Promise<void> {
  setAsking(session, false)
  try {
    await bridge().request('history.keepAll', { session, answer })
    if (answer === 'no') return
    const taken = await withPrompt(text('Reading'), (stop) => bridge().request('history.take', { session, stop }))
    if (taken !== null) showStatus(t('Kept on this computer: {{files}}', { files: t('{{count}} files', { count: taken.files }) }))
  } catch (error) {
    reportFailure(t('The files could not be kept.'), error)
  }
}
