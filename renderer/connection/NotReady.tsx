import { Button } from 'react-aria-components'
import { t } from '../../shared/language/language'
import type { WaitingBoard } from '../../shared/waitingBoard'
import { openGuide } from '../stores/guideStore'
import { useShell } from '../stores/shellStore'
import { waitingWords } from './waitingWords'
import './notReady.css'

/** The picker's group of boards that wait for firmware. They can't be connected, so they are no options of the list. */
export function NotReady({ boards }: { boards: readonly WaitingBoard[] }): React.JSX.Element {
  return (
    <section className="not-ready" aria-label={t('Not ready')}>
      <p className="picker-heading" aria-hidden>
        {t('Not ready')}
      </p>
      {boards.map((board) => (
        <WaitingRow key={board.id} board={board} />
      ))}
    </section>
  )
}

function WaitingRow({ board }: { board: WaitingBoard }): React.JSX.Element {
  const { title, text } = waitingWords(board)
  const id = `waiting-${board.id}`
  return (
    <div className="not-ready-board">
      <div id={id} className="not-ready-words">
        <p className="picker-option-name" title={title}>
          {title}
        </p>
        <p className="picker-option-facts" title={board.folder}>
          {text}
        </p>
      </div>
      <Button
        className="button button-outline"
        aria-describedby={id}
        onPress={() => {
          useShell.setState({ pickerOpen: false })
          openGuide(board.family, { board: board.id, port: board.port })
        }}
      >
        {t('How to install MicroPython')}
      </Button>
    </div>
  )
}
