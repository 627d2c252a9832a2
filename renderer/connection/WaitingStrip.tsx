import { useState } from 'react'
import { t } from '../../shared/language/language'
import { ActionButton } from '../layout/ActionButton'
import { openGuide } from '../stores/guideStore'
import { useWaiting } from '../stores/waitingStore'
import { Strip } from './Strip'
import { waitingWords } from './waitingWords'

/** Message 4, while no board is connected: what was plugged in has no MicroPython. Hidden boards stay in the picker. */
export function WaitingStrip(): React.JSX.Element | null {
  const boards = useWaiting((state) => state.boards)
  const [hidden, setHidden] = useState<readonly string[]>([])
  const board = boards.find(({ id }) => !hidden.includes(id))
  if (board === undefined) return null
  const { title, text } = waitingWords(board)
  return (
    <Strip tone="info">
      <p>
        <strong>{title}.</strong> {text}
      </p>
      <ActionButton
        label={t('How to install MicroPython')}
        kind="filled"
        onPress={() => openGuide(board.family, { board: board.id, port: board.port })}
      />
      <ActionButton
        label={t('Hide')}
        kind="outline"
        hint={t('The list of boards shows it still.')}
        onPress={() => setHidden([...hidden, board.id])}
      />
    </Strip>
  )
}
