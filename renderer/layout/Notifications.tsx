import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { t } from '../../shared/language/language'
import { dismissNotice, type Notice, useNotices } from '../stores/noticesStore'
import { ActionButton } from './ActionButton'
import { useEffect } from 'react'

/** How long a notice that needs no answer stays. Milliseconds. */
const SHOWN_MS = 8_000

const SIGNS = { info: Info, ok: CircleCheck, warn: TriangleAlert, error: CircleAlert }

/** What happened, at the bottom right, until it is closed or has been read. */
export function Notifications(): React.JSX.Element {
  const notices = useNotices((state) => state.notices)
  return (
    <section className="notices" aria-label={t('Notifications')}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function NoticeCard({ notice }: { notice: Notice }): React.JSX.Element {
  const { id, tone, title, text, actions } = notice
  const passing = (tone === 'info' || tone === 'ok') && actions.length === 0
  useEffect(() => {
    if (!passing) return
    const timer = setTimeout(() => dismissNotice(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id, passing])
  const Sign = SIGNS[tone]
  return (
    <div className="notice" data-tone={tone}>
      <Sign className="notice-sign" size={16} aria-hidden />
      <div className="notice-body" role={tone === 'error' || tone === 'warn' ? 'alert' : 'status'}>
        <p className="notice-title">{title}</p>
        {text === undefined ? null : <p className="notice-text">{text}</p>}
      </div>
      <ActionButton label={t('Close')} icon={X} iconOnly onPress={() => dismissNotice(id)} />
      {actions.length === 0 ? null : (
        <div className="notice-actions">
          {actions.map((action) => (
            <button
              key={action.label}
              type="button"
              className="button button-outline"
              onClick={() => {
                dismissNotice(id)
                action.run()
              }}
            >
              {action.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
