import type { SessionSnapshot } from '../../shared/board'
import { t, text } from '../../shared/language/language'

/** Null when something can be done now, else why not, as a sentence. */
export type Reason = string | null

const NOT_CONNECTED = text('No board is connected.')
const MONITOR = text('This port is used as a serial monitor: only what you type is sent.')
const WATCH_ONLY = text('Watch only is on: nothing is sent to the board.')

/** What the button beside Run does in each state. */
export interface StopRole {
  /** In English. */
  label: 'Stop' | 'Cancel' | 'Stop waiting'
  does: 'stop' | 'cancel-job' | 'close'
  reason: Reason
  /** Drawn filled: the one thing that matters now. */
  filled: boolean
}

/** The stop column of the States table. */
export function stopRole(session: SessionSnapshot | null): StopRole {
  const idle = (reason: string): StopRole => ({ label: text('Stop'), does: 'stop', reason, filled: false })
  if (session === null) return idle(t(NOT_CONNECTED))
  const { state } = session
  switch (state.kind) {
    case 'closed':
      return idle(t(NOT_CONNECTED))
    case 'opening':
      return { label: text('Cancel'), does: 'close', reason: null, filled: false }
    case 'attached':
      return { label: text('Stop'), does: 'stop', reason: sendReason(session), filled: false }
    case 'ready':
      return idle(t('Nothing is running.'))
    case 'running':
      return { label: text('Stop'), does: 'stop', reason: session.watchOnly ? t(WATCH_ONLY) : null, filled: true }
    case 'working': {
      const reason = state.job.cancelling
        ? t('It is being cancelled.')
        : state.job.cancellable
          ? null
          : t('{{job}} can’t be cancelled.', { job: state.job.name })
      return { label: text('Cancel'), does: 'cancel-job', reason, filled: false }
    }
    case 'lost':
      return { label: text('Stop waiting'), does: 'close', reason: null, filled: false }
    default:
      return state satisfies never
  }
}

/** Why no job can be started on the board now; null when one can. A job that stops a program asks first. */
export function jobReason(session: SessionSnapshot | null): Reason {
  if (session === null) return t(NOT_CONNECTED)
  const { state } = session
  switch (state.kind) {
    case 'closed':
      return t(NOT_CONNECTED)
    case 'opening':
      return t('The port is being opened.')
    case 'working':
      return t('The board is busy: {{job}}.', { job: state.job.name })
    case 'lost':
      return t('The board is gone; Perfboard waits for it to come back.')
    case 'attached':
    case 'ready':
    case 'running':
      return sendReason(session)
    default:
      return state satisfies never
  }
}

/** Why the prompt can't be asked for now. A serial monitor may turn out to be MicroPython after all. */
export function promptReason(session: SessionSnapshot | null): Reason {
  return jobReason(session?.greeting === 'monitor' ? { ...session, greeting: 'watch' } : session)
}

/** Why the port can't be kept as a serial monitor, or be none again. */
export function monitorReason(session: SessionSnapshot | null): Reason {
  if (session === null || session.state.kind === 'closed') return t(NOT_CONNECTED)
  const { kind } = session.state
  if (session.greeting === 'monitor' || (kind !== 'ready' && kind !== 'running' && kind !== 'working')) return null
  return t('This board speaks MicroPython: the terminal shows what it says in any case.')
}

function sendReason({ watchOnly, greeting }: SessionSnapshot): Reason {
  if (watchOnly) return t(WATCH_ONLY)
  return greeting === 'monitor' ? t(MONITOR) : null
}

/** Why Run can't be pressed now. Without a board it opens the picker, so that it is never dead. */
export function runReason(session: SessionSnapshot | null, hasText: boolean): Reason {
  if (!hasText) return t('Open or create a file to run it.')
  if (session === null || session.state.kind === 'closed') return null
  return jobReason(session)
}

/** Why the board can't be reset through its reset line now. */
export function hardResetReason(session: SessionSnapshot | null): Reason {
  if (session === null || session.state.kind === 'closed') return t(NOT_CONNECTED)
  if (!session.canHardReset) return t('Perfboard can’t reset this board by itself. Press its reset button.')
  if (session.state.kind === 'lost') return t('The board is gone; Perfboard waits for it to come back.')
  return session.watchOnly ? t(WATCH_ONLY) : null
}
