import { t } from '../../shared/language/language'

/** The row under the toolbar. `alert`: it is read out when it appears. */
export function Strip({
  tone,
  alert = false,
  children,
}: {
  tone: 'info' | 'warn'
  alert?: boolean
  children: React.ReactNode
}): React.JSX.Element {
  return (
    <div className="connection-strip" data-tone={tone} role={alert ? 'alert' : 'group'} aria-label={t('About the connection')}>
      {children}
    </div>
  )
}
