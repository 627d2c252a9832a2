import { type Disposable, toDisposable } from '../../shared/lifecycle'
import { showAside } from '../layout/layoutActions'
import { isNarrow } from '../layout/useNarrow'
import { useLayout } from '../stores/layoutStore'
import { activeSession, useSessions } from '../stores/sessionsStore'

/** Opens the Board view when the virtual board is connected for the first time in this window. Never again after that, nor over a narrow editor. */
export function offerBoardView(): Disposable {
  const offer = (): void => {
    const session = activeSession()
    if (useLayout.getState().asideSeen || isNarrow()) return
    if (session?.port.kind === 'virtual' && session.state.kind !== 'closed' && session.state.kind !== 'opening') showAside('board')
  }
  const seen = (): void => {
    const { asideOpen, asideSeen } = useLayout.getState()
    if (asideOpen && !asideSeen) useLayout.setState({ asideSeen: true })
  }
  const undo = [useSessions.subscribe(offer), useLayout.subscribe(seen)]
  seen()
  offer()
  return toDisposable(() => undo.forEach((leave) => leave()))
}
