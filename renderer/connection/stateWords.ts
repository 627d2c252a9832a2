import type { Progress, SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { programWords } from '../../shared/programNames'

/** How the connection's mark is drawn. */
export type StateMark = 'hollow' | 'dashed' | 'half' | 'full' | 'triangle' | 'bar' | 'struck'

/** What the window says of a board's connection. `ticking` changes often and is not announced. */
export interface StateWords {
  mark: StateMark
  words: string
  ticking: string
}

/** `0:12`, `1:02:03`. */
export function shownDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Whole percents from 0 to 100, or null while the total is unknown. */
export function percentDone(progress: Progress | undefined): number | null {
  if (progress?.total === undefined || progress.total <= 0) return null
  return Math.min(100, Math.max(0, Math.floor((progress.done / progress.total) * 100)))
}

/** How people call a port: `COM5`, `/dev/ttyACM0`, or the virtual board's name. */
export function portWord(port: SessionSnapshot['port']): string {
  return port.kind === 'virtual' ? portName(port) : port.path
}

/** The mark and words of the States table. `now` in milliseconds since 1970. */
export function stateWords(session: SessionSnapshot | null, now: number): StateWords {
  if (session === null) return { mark: 'hollow', words: t('Not connected'), ticking: '' }
  const { state } = session
  switch (state.kind) {
    case 'closed':
      return { mark: 'hollow', words: t('Not connected'), ticking: '' }
    case 'opening':
      return { mark: 'dashed', words: t('Opening {{port}}', { port: portWord(session.port) }), ticking: '' }
    case 'attached':
      if (session.greeting === 'monitor' && !session.watchOnly) return { mark: 'half', words: t('Serial monitor'), ticking: '' }
      // Beside the lock that says the rest there is no room for more.
      return {
        mark: 'half',
        words: session.watchOnly || session.hasSent === true ? t('Watching') : t('Watching, nothing sent'),
        ticking: '',
      }
    case 'ready':
      return { mark: 'full', words: t('Ready'), ticking: '' }
    case 'running':
      if (state.program.stopping)
        return { mark: 'triangle', words: t('Stopping {{program}}', { program: programWords(state.program.name) }), ticking: '' }
      return { mark: 'triangle', words: programWords(state.program.name), ticking: shownDuration(now - state.program.startedAt) }
    case 'working': {
      if (state.job.cancelling) return { mark: 'bar', words: t('Cancelling: {{job}}', { job: state.job.name }), ticking: '' }
      const percent = percentDone(state.job.progress)
      return { mark: 'bar', words: state.job.name, ticking: percent === null ? '' : `${percent}%` }
    }
    case 'lost':
      return { mark: 'struck', words: t('Gone, waiting'), ticking: '' }
    default:
      return state satisfies never
  }
}
