import type { SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import type { TalksLike } from '../../shared/talksLike'
import { getPrompt, keepAsMonitor } from '../actions/connectionActions'
import { hardReset } from '../actions/runActions'
import { ActionButton } from '../layout/ActionButton'
import { openGuide } from '../stores/guideStore'
import { guideFamily } from './guideFamily'
import { Strip } from './Strip'
import { portWord } from './stateWords'
import { mayBeMicroPython, mayRunMicroPython, talkSentence } from './talkWords'

/** Message 5: something talks that isn't MicroPython, or doesn't look like it. */
export function ForeignStrip({ session, talks }: { session: SessionSnapshot; talks: TalksLike }): React.JSX.Element {
  const mayRun = mayRunMicroPython(talks.kind)
  const blank = talks.kind === 'esp-blank' || talks.kind === 'esp-download'
  return (
    <Strip tone={talks.tried ? 'warn' : 'info'} alert={talks.tried}>
      <p>
        {talks.tried ? (
          <strong>{t('This board talks, but not MicroPython.')}</strong>
        ) : (
          <>
            <strong>{t('Connected to {{port}}.', { port: portWord(session.port) })}</strong> {t('Nothing was sent.')}
          </>
        )}{' '}
        {talkSentence(talks)} {talks.tried && mayBeMicroPython(talks) ? afterAll(session.canHardReset) : null}
      </p>
      {mayRun ? (
        <ActionButton
          label={t('How to install MicroPython')}
          kind={blank ? 'filled' : 'outline'}
          onPress={() => openGuide(guideFamily(session.port, talks), { port: session.port.path })}
        />
      ) : null}
      <ActionButton
        label={t('Serial monitor')}
        kind={blank ? 'outline' : 'filled'}
        hint={t('Shows what it says and sends what you type, nothing else. Remembered for this board.')}
        onPress={() => void keepAsMonitor()}
      />
      {talks.tried && mayBeMicroPython(talks) && session.canHardReset ? (
        <ActionButton label={t('Hard reset')} kind="outline" onPress={() => void hardReset()} />
      ) : null}
      {talks.tried ? null : (
        <ActionButton
          label={t('Get the prompt')}
          kind="outline"
          hint={t('Stops a running program. Remembered for this board.')}
          onPress={() => void getPrompt()}
        />
      )}
    </Strip>
  )
}

function afterAll(canHardReset: boolean): string {
  return canHardReset
    ? t('If it is MicroPython with a program that ignores Ctrl-C, start it anew by a hard reset and get the prompt again.')
    : t('If it is MicroPython with a program that ignores Ctrl-C, press its reset button and get the prompt again.')
}
