import { t } from '../../shared/language/language'
import { programWords } from '../../shared/programNames'
import { getPrompt, justWatch } from '../actions/connectionActions'
import { hardReset } from '../actions/runActions'
import { ActionButton } from '../layout/ActionButton'
import { shownTime } from '../layout/shownTime'
import { CatchStrip, RescueStrip } from '../rescue/RescueStrip'
import { useKeepAll } from '../stores/keepAllStore'
import { useActiveSession } from '../stores/sessionsStore'
import { useShell } from '../stores/shellStore'
import { ForeignStrip } from './ForeignStrip'
import { KeepStrip } from './KeepStrip'
import { LeftoverStrip } from './LeftoverStrip'
import { portWord } from './stateWords'
import { Strip } from './Strip'
import { WaitingStrip } from './WaitingStrip'

/** The row under the toolbar that asks or warns; there is none while all is well. */
export function ConnectionStrip(): React.JSX.Element | null {
  const lost = useShell((state) => state.lost)
  const session = useActiveSession()
  const asking = useKeepAll((each) => each.asking)
  if (lost) {
    return (
      <Strip tone="warn">
        <p>{t('This page lost its connection to Perfboard and tries again. Your text is still here.')}</p>
      </Strip>
    )
  }
  if (session === null || session.state.kind === 'closed') return <WaitingStrip />
  const { state } = session
  if (state.kind === 'lost') {
    return (
      <Strip tone="warn">
        <p>
          <strong>{t('{{port}} is gone since {{time}}.', { port: portWord(session.port), time: shownTime(state.since) })}</strong>{' '}
          {t('Plug it in; Perfboard goes on by itself.')}{' '}
          {state.during === undefined ? null : t('It was in the middle of: {{job}}.', { job: programWords(state.during) })}
        </p>
      </Strip>
    )
  }
  if (state.kind === 'working' && state.job.catchUntil !== undefined) return <CatchStrip session={session} until={state.job.catchUntil} />
  if (typeof session.unanswered === 'string' && (state.kind === 'running' || state.kind === 'attached')) {
    return <RescueStrip session={session} tried={session.unanswered} />
  }
  if (session.interruptIgnored && (state.kind === 'running' || state.kind === 'attached' || state.kind === 'working')) {
    return (
      <Strip tone="warn">
        <p>
          <strong>{t('The program doesn’t answer Ctrl-C.')}</strong>{' '}
          {session.canHardReset ? t('A hard reset starts the board anew.') : t('Press the reset button on the board.')}{' '}
          {typeof session.trying === 'string' ? t('Trying now: {{rung}}.', { rung: session.trying }) : null}
        </p>
        {session.canHardReset ? <ActionButton label={t('Hard reset')} kind="filled" onPress={() => void hardReset()} /> : null}
      </Strip>
    )
  }
  const talks = session.talksLike ?? null
  if (
    talks !== null &&
    state.kind === 'attached' &&
    !session.watchOnly &&
    (talks.tried ? session.greeting !== 'monitor' : session.greeting === 'ask')
  ) {
    return <ForeignStrip session={session} talks={talks} />
  }
  if (state.kind === 'ready' && !session.watchOnly) {
    if (session.leftovers !== undefined && session.leftovers.length > 0)
      return <LeftoverStrip session={session} leftovers={session.leftovers} />
    return asking.has(session.id) ? <KeepStrip session={session} /> : null
  }
  if (session.greeting !== 'ask' || state.kind !== 'attached' || session.watchOnly) return null
  return (
    <Strip tone="info">
      <p>
        <strong>{t('Connected to {{port}}.', { port: portWord(session.port) })}</strong>{' '}
        {t('Nothing was sent. Getting the prompt stops a running program.')}
      </p>
      <ActionButton
        label={t('Get the prompt')}
        kind="filled"
        hint={t('Stops a running program. Remembered for this board.')}
        onPress={() => void getPrompt()}
      />
      <ActionButton
        label={t('Just watch')}
        kind="outline"
        hint={t('The board goes on undisturbed. Remembered for this board.')}
        onPress={() => void justWatch()}
      />
    </Strip>
  )
}
