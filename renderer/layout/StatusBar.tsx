import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Space } from '../../shared/board'
import type { BoardInfo } from '../../shared/firmware'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { showBoardDetails } from '../actions/boardDetailsActions'
import { cancelJob } from '../actions/connectionActions'
import { percentDone, portWord } from '../connection/stateWords'
import { useActiveSession } from '../stores/sessionsStore'
import { useStatus } from '../stores/statusStore'
import { ActionButton } from './ActionButton'
import { byteWords } from './byteWords'

/** How long the bar says what went well. Milliseconds. */
const SHOWN_MS = 8_000

function firmwareWords({ implementation, version }: BoardInfo): string {
  const names: Record<string, string> = { micropython: 'MicroPython', circuitpython: 'CircuitPython' }
  return `${names[implementation] ?? implementation} ${version}`
}

function useRecentStatus(): string {
  const { text, at } = useStatus()
  const [old, setOld] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setOld(at), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [at])
  return old === at ? '' : text
}

/** The row at the foot: board, firmware, what is free, and the job under way. */
export function StatusBar(): React.JSX.Element {
  const session = useActiveSession()
  const status = useRecentStatus()
  const board = session?.board ?? null
  return (
    <footer className="status-bar" aria-label={t('Status')}>
      {session === null ? (
        <span>{t('No board')}</span>
      ) : (
        <span className="status-board" title={session.port.path}>
          {session.port.boardName ?? portName(session.port)}
          {session.port.kind === 'virtual' || session.port.name === session.port.path ? '' : ` ${portWord(session.port)}`}
        </span>
      )}
      {board === null ? null : (
        <span>
          <button type="button" className="status-firmware" title={board.machine} onClick={() => void showBoardDetails()}>
            {firmwareWords(board)}
          </button>
        </span>
      )}
      <FreeSpace name="RAM" space={session?.memory ?? null} />
      <FreeSpace name={t('Disk')} space={session?.storage ?? null} />
      <span className="status-space" />
      <span className="status-text" role="status" aria-label={t('Last action')}>
        {status}
      </span>
      <JobStatus />
    </footer>
  )
}

function FreeSpace({ name, space }: { name: string; space: Space | null }): React.JSX.Element | null {
  if (space === null) return null
  return (
    <span title={t('{{name}}: {{free}} of {{total}} free', { name, free: byteWords(space.free), total: byteWords(space.total) })}>
      {name} {byteWords(space.free)}
    </span>
  )
}

function JobStatus(): React.JSX.Element | null {
  const session = useActiveSession()
  if (session?.state.kind !== 'working') return null
  const { job } = session.state
  const percent = percentDone(job.progress)
  return (
    <span className="status-job">
      <span>{job.cancelling ? t('Cancelling: {{job}}', { job: job.name }) : job.name}</span>
      <progress className="status-progress" aria-label={job.name} max={100} value={percent ?? undefined} />
      {percent === null ? null : <span className="status-percent">{percent}%</span>}
      {job.cancellable && !job.cancelling ? (
        <ActionButton label={t('Cancel job')} icon={X} iconOnly onPress={() => void cancelJob()} />
      ) : null}
    </span>
  )
}
