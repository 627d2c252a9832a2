import { CircuitBoard } from 'lucide-react'
import { useEffect } from 'react'
import { t } from '../../shared/language/language'
import { connect } from '../actions/connectionActions'
import { watchHardware } from '../actions/hardwareActions'
import { ActionButton } from '../layout/ActionButton'
import { useAsideShown } from '../layout/useAsideShown'
import { useHardware } from '../stores/hardwareStore'
import { useActiveSession } from '../stores/sessionsStore'
import { BoardPicture } from './BoardPicture'
import './boardView.css'
import { PinList } from './PinList'
import { WiringForm } from './WiringForm'

/** The virtual board, drawn as a board. */
export function BoardView(): React.JSX.Element {
  const shown = useAsideShown('board')
  useEffect(() => {
    if (!shown) return
    const watched = watchHardware()
    return () => watched.dispose()
  }, [shown])
  const session = useActiveSession()
  const ours = session?.port.kind === 'virtual'
  const powered = useHardware(({ state }) => state.powered)
  const starting = ours && session.state.kind !== 'closed'
  if (ours && powered) {
    return (
      <section className="board-view" aria-label={t('Board view')}>
        <BoardPicture />
        <PinList />
        <WiringForm />
      </section>
    )
  }
  return (
    <section className="board-view" aria-label={t('Board view')}>
      <div className="board-off">
        <div className="board-dim" inert>
          <BoardPicture />
        </div>
        <div className="board-offer">
          <CircuitBoard size={20} aria-hidden="true" />
          {starting ? <p role="status">{t('The virtual board is starting.')}</p> : <Offer />}
        </div>
      </div>
    </section>
  )
}

/** Says what the view is for, and leads there. */
function Offer(): React.JSX.Element {
  const session = useActiveSession()
  const other = session !== null && session.port.kind !== 'virtual' && session.state.kind !== 'closed'
  return (
    <>
      <p>{other ? t('The Board view draws the virtual board.') : t('A board to try things on, without a cable.')}</p>
      <ActionButton
        label={other ? t('Use the virtual board') : t('Connect the virtual board')}
        kind="filled"
        onPress={() => void connect('virtual')}
      />
    </>
  )
}
