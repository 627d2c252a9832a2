import type { SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import { answerKeepAll } from '../actions/keepAllActions'
import { ActionButton } from '../layout/ActionButton'
import { Strip } from './Strip'
import { portWord } from './stateWords'

/** Asks once for each board whether copies of all its files may be kept on this computer. */
export function KeepStrip({ session: { id, port } }: { session: SessionSnapshot }): React.JSX.Element {
  return (
    <Strip tone="info">
      <p>
        <strong>{t('Keep copies of the files on {{port}}?', { port: portWord(port) })}</strong>{' '}
        {t('Then the whole board can be brought back as it was. The copies stay on this computer.')}
      </p>
      <ActionButton
        label={t('Keep copies')}
        kind="filled"
        hint={t('Reads all files now, later only what is new. Remembered for this board.')}
        onPress={() => void answerKeepAll(id, 'yes')}
      />
      <ActionButton
        label={t('No copies')}
        kind="outline"
        hint={t('What you replace or delete from here is kept all the same. Remembered for this board.')}
        onPress={() => void answerKeepAll(id, 'no')}
      />
    </Strip>
  )
}
