import { useEffect, useState } from 'react'
import type { SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import { cancelJob, getPrompt } from '../actions/connectionActions'
import { rescue } from '../actions/rescueActions'
import { hardReset } from '../actions/runActions'
import { portWord } from '../connection/stateWords'
import { Strip } from '../connection/Strip'
import { ActionButton } from '../layout/ActionButton'
import { openRescue } from '../stores/rescueStore'
import { rescueFamily } from './rescueFamily'
import { RESCUE_GUIDES } from './rescueGuides'

/** The seconds that are left are shown anew this often, milliseconds. */
const TICK_MS = 1_000

/** Message 12: every automatic rung was tried in vain; what can be done next. */
export function RescueStrip({ session, tried }: { session: SessionSnapshot; tried: string }): React.JSX.Element {
  return (
    <Strip tone="warn" alert>
      <p>
        <strong>{t('{{board}} doesn’t answer.', { board: portWord(session.port) })}</strong>{' '}
        {tried === '' ? null : t('Tried {{rungs}}.', { rungs: tried })}
      </p>
      <ActionButton label={t('Try again')} kind="outline" onPress={() => void getPrompt()} />
      {session.canHardReset ? (
        <ActionButton
          label={t('Hard reset')}
          kind="outline"
          hint={t('Starts the board as its reset button does.')}
          onPress={() => void hardReset()}
        />
      ) : null}
      <ActionButton
        label={t('Catch at boot')}
        kind="filled"
        hint={t('Sends Ctrl-C from the board’s first moment on, before a program can ignore it.')}
        onPress={() => void rescue('catch')}
      />
      <ActionButton label={t('How to rescue this board')} kind="plain" onPress={openRescue} />
    </Strip>
  )
}

/** The board is waited for: what to do now, how long it is waited for, and the way out. */
export function CatchStrip({ session, until }: { session: SessionSnapshot; until: number }): React.JSX.Element {
  const left = useSecondsUntil(until)
  return (
    <Strip tone="info">
      <p>
        <strong>{t('Restart the board now.')}</strong> {t(RESCUE_GUIDES[rescueFamily(session)].restart)}{' '}
        <span className="catch-left">{t('{{count}} seconds left.', { count: left })}</span>
      </p>
      {session.canHardReset ? <ActionButton label={t('Hard reset')} kind="filled" onPress={() => void hardReset()} /> : null}
      <ActionButton label={t('Cancel')} kind="outline" onPress={() => void cancelJob()} />
    </Strip>
  )
}

function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((until - now) / 1_000))
}
