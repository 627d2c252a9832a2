import type { LucideIcon } from 'lucide-react'
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components'
import { ICON } from './icons'

interface ActionButtonProps {
  /** Accessible name; also shown beside the icon, unless `iconOnly`. */
  label: string
  icon?: LucideIcon
  iconOnly?: boolean
  kind?: 'plain' | 'outline' | 'filled' | 'danger'
  /** Why it can't be used now. It stays focusable, so that everybody can learn that. */
  reason?: string | null
  /** Says more than the name. */
  hint?: string
  /** Shown behind the name in the tooltip. */
  keys?: string
  pressed?: boolean
  className?: string
  onPress: () => void
}

const TOOLTIP_DELAY_MS = 500

/** The window's button: with a tooltip, and with the reason where it is unavailable. */
export function ActionButton(props: ActionButtonProps): React.JSX.Element {
  const { label, icon: Icon, iconOnly = false, kind = 'plain', reason = null, hint, keys, pressed, className, onPress } = props
  const more = reason ?? hint
  const name = keys === undefined || keys === '' ? label : `${label} (${keys})`
  return (
    <TooltipTrigger delay={TOOLTIP_DELAY_MS}>
      <Focusable>
        <button
          type="button"
          className={`button button-${kind}${iconOnly ? ' button-icon' : ''}${className === undefined ? '' : ` ${className}`}`}
          aria-label={iconOnly ? label : undefined}
          aria-disabled={reason === null ? undefined : true}
          aria-description={more}
          aria-pressed={pressed}
          onClick={() => {
            if (reason === null) onPress()
          }}
        >
          {Icon === undefined ? null : <Icon size={ICON} aria-hidden />}
          {iconOnly ? null : <span>{label}</span>}
        </button>
      </Focusable>
      <Tooltip className="tooltip" offset={6}>
        <span>{name}</span>
        {more === undefined ? null : <span className="tooltip-more">{more}</span>}
      </Tooltip>
    </TooltipTrigger>
  )
}
