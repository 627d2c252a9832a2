import { FolderOpen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { ActionButton } from '../layout/ActionButton'
import { shownTimeWithSeconds } from '../layout/shownTime'
import { useLog } from '../stores/logStore'
import { reportFailure } from '../stores/noticesStore'
import { useShell } from '../stores/shellStore'
import './log.css'

function reveal(): void {
  bridge()
    .request('log.reveal', {})
    .catch((error: unknown) => {
      reportFailure(t('The folder could not be shown'), error)
    })
}

/** The app's own log, and where it is kept. */
export function LogPanel(): React.JSX.Element {
  const entries = useLog((state) => state.entries)
  const info = useShell((state) => state.info)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const element = list.current
    if (element === null) return
    const distance = element.scrollHeight - element.scrollTop - element.clientHeight
    if (distance < 120) element.scrollTop = element.scrollHeight
  }, [entries])
  return (
    <section className="log" data-panel="log" aria-label={t('Log')}>
      <div className="log-head">
        <span className="log-place">
          {t('Kept in')} <span className="log-folder">{info?.logFolder ?? '…'}</span>
        </span>
        {info?.host === 'electron' ? <ActionButton label={t('Show folder')} icon={FolderOpen} onPress={reveal} /> : null}
      </div>
      <ol className="log-list" ref={list} tabIndex={0} aria-label={t('Log entries')}>
        {entries.map((entry) => (
          <li key={entry.id} className="log-entry" data-level={entry.level}>
            <time className="log-time" dateTime={new Date(entry.at).toISOString()}>
              {shownTimeWithSeconds(entry.at)}
            </time>
            <span className="log-level">{entry.level}</span>
            <span className="log-text">{entry.text}</span>
          </li>
        ))}
      </ol>
      {entries.length === 0 ? <p className="log-empty">{t('Nothing has been logged yet.')}</p> : null}
    </section>
  )
}
