import { guideFamily } from '../connection/guideFamily'
import { openGuide } from '../stores/guideStore'
import { usePorts } from '../stores/portsStore'
import { activeSession } from '../stores/sessionsStore'
import { useWaiting } from '../stores/waitingStore'

/** Shows how to install MicroPython: for the board that waits for it, else for the one that is connected or chosen. */
export function openGuideForBoard(): void {
  const [waiting] = useWaiting.getState().boards
  const session = activeSession()
  if (session === null && waiting !== undefined) {
    openGuide(waiting.family, { board: waiting.id, port: waiting.port })
    return
  }
  const { ports, selected } = usePorts.getState()
  const port = session?.port ?? ports.find(({ path }) => path === selected) ?? null
  openGuide(guideFamily(port, session?.talksLike ?? null), { port: port?.kind === 'serial' ? port.path : undefined })
}
