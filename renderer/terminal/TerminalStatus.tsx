import { useEffect } from 'react'
import { useTerminal } from './terminalStore'

/** How long the terminal's words stand: enough to read them twice. */
const SHOWN_MS = 6_000

/** What the terminal has to say of itself, such as `Copied`. */
export function TerminalStatus(): React.JSX.Element {
  const status = useTerminal((state) => state.status)
  const id = useTerminal((state) => state.statusId)
  useEffect(() => {
    const timer = setTimeout(() => {
      useTerminal.setState((state) => (state.statusId === id ? { status: '' } : state))
    }, SHOWN_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [id])
  return (
    <span className="panel-status" aria-live="polite">
      {status}
    </span>
  )
}
