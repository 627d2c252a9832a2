import type { Leftover, SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import { repairLeftovers } from '../actions/leftoverActions'
import { ActionButton } from '../layout/ActionButton'
import { byteWords } from '../layout/byteWords'
import { Strip } from './Strip'

/** How many are named. */
const NAMED = 3

/** Says what interrupted saves left on the board, and offers to finish, remove or keep it. */
export function LeftoverStrip({ session, leftovers }: { session: SessionSnapshot; leftovers: readonly Leftover[] }): React.JSX.Element {
  const resumable = leftovers.filter(({ canResume }) => canResume)
  const names = leftovers.slice(0, NAMED).map(({ path, target, size }) => `${target ?? path} (${byteWords(size)})`)
  const more = leftovers.length - names.length
  return (
    <Strip tone="warn">
      <p>
        <strong>{t('{{count, number}} saves were interrupted and left a part on the board.', { count: leftovers.length })}</strong>{' '}
        <bdi>{names.join(', ')}</bdi>
        {more > 0 ? ` ${t('and {{number}} more', { number: more })}` : ''}. {t('The files themselves are whole.')}
      </p>
      {resumable.length > 0 ? (
        <ActionButton
          label={t('Finish')}
          kind="filled"
          hint={t('Saves what was to be saved; this computer still has it.')}
          onPress={() => void repairLeftovers(session.id, resumable, 'resume')}
        />
      ) : null}
      <ActionButton
        label={t('Remove')}
        kind="outline"
        hint={t('Deletes the parts; the files stay as they are.')}
        onPress={() => void repairLeftovers(session.id, leftovers, 'remove')}
      />
      <ActionButton
        label={t('Keep')}
        kind="outline"
        hint={t('Asks again when the board is connected the next time.')}
        onPress={() => void repairLeftovers(session.id, leftovers, 'keep')}
      />
    </Strip>
  )
}
