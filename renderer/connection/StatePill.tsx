import { t } from '../../shared/language/language'
import { WatchOnlyIcon } from '../layout/icons'
import { useActiveSession } from '../stores/sessionsStore'
import { StateMarkSign } from './StateMarkSign'
import { stateWords } from './stateWords'
import { useRunningTime } from './useRunningTime'

/** Says what the board does now. Time and percent change without being announced. */
export function StatePill(): React.JSX.Element {
  const session = useActiveSession()
  const now = useRunningTime(session?.state.kind === 'running' ? session.state.program.startedAt : null)
  const { mark, words, ticking } = stateWords(session, now)
  return (
    <div className="state-pill" role="status" aria-label={t('Connection')} data-mark={mark} title={words}>
      <StateMarkSign mark={mark} />
      <span className="state-words">{words}</span>
      {ticking === '' ? null : (
        <span className="state-ticking" aria-hidden>
          {ticking}
        </span>
      )}
      {session?.watchOnly === true ? (
        <span className="state-lock">
          <WatchOnlyIcon size={14} aria-hidden />
          <span className="visually-hidden">{t(', watch only')}</span>
        </span>
      ) : null}
    </div>
  )
}
