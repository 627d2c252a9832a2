import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import type { Settings } from '../../shared/settings'
import type { Clock } from '../../shared/clock'
import { AppError, hasCode } from '../../shared/errors'
import { withLimit } from '../transport/limit'
import type { JobQueue } from './jobQueue'
import type { PortOwner } from './portOwner'
import type { PromptWatch } from './promptWatch'
import type { ForeignWatch } from './foreignWatch'
import type { Screen } from './screen'
import type { SessionStatus } from './sessionStatus'

/** What the parts of one session share. */
export interface SessionParts {
  clock: Clock
  status: SessionStatus
  screen: Screen
  port: PortOwner
  queue: JobQueue
  watch: PromptWatch
  foreign: ForeignWatch
  settings: () => Settings
  log: (level: 'info' | 'warn' | 'error', text: string) => void
}

/** Throws unless the port is open and may be sent to: `port-gone`, `not-connected`, `watch-only`. */
export function checkUsable({ status }: SessionParts): void {
  const { kind } = status.state
  if (kind === 'lost')
    throw new AppError('port-gone', t('{{board}} is gone', { board: portName(status.port) }), { board: portName(status.port) })
  if (kind === 'closed' || kind === 'opening')
    throw new AppError('not-connected', t('{{board}} is not connected', { board: portName(status.port) }))
  if (status.watchOnly) throw new AppError('watch-only', t('This session only watches: nothing is sent to the board'))
}

/** Throws `not-micropython` for a port that is used as a serial monitor: no job may send anything to it. */
export function checkNoMonitor({ status }: SessionParts): void {
  if (status.greeting !== 'monitor') return
  const message = t('{{board}} is used as a serial monitor: what is connected doesn’t speak MicroPython', { board: status.port.name })
  throw new AppError('not-micropython', message, { monitor: true })
}

/** Says of a board that gave no prompt what was tried; does nothing for other failures. */
export function noteUnanswered({ status }: SessionParts, error: unknown): void {
  if (hasCode(error, 'no-prompt')) status.note({ unanswered: String(error.details.rungs ?? '') })
}

/** Sends what was typed while a job had the port. What can't be sent any more is said in the log. */
export async function sendHeldInput({ port, watch, log }: SessionParts): Promise<void> {
  const held = port.takeHeld()
  if (held.length === 0) return
  try {
    watch.sent(held)
    await port.type(held)
  } catch (error) {
    log('warn', `What was typed during the job could not be sent: ${AppError.from(error).message}`)
  }
}

/** Waits, but not for ever: what takes longer than `ms` milliseconds goes on by itself. Never rejects. */
export async function inTime({ clock, log }: SessionParts, ms: number, work: Promise<void>): Promise<void> {
  try {
    await withLimit(clock, ms, t('Closing'), work)
  } catch (error) {
    log('warn', AppError.from(error).message)
  }
}
