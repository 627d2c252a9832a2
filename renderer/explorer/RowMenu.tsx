import { type RefObject } from 'react'
import { Menu, MenuItem, Popover, Text } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { showNotice } from '../stores/noticesStore'
import type { RowAction } from './rowActions'

interface RowMenuProps {
  /** Where it opens: a row's button, or an anchor at the mouse. */
  anchor: RefObject<HTMLElement | null>
  label: string
  actions: readonly RowAction[]
  onClose: () => void
}

/** The menu of a row, by its button, the right mouse button or the menu key. An action that can't be used says why. */
export function RowMenu({ anchor, label, actions, onClose }: RowMenuProps) {
  return (
    <Popover
      className="popover"
      triggerRef={anchor}
      isOpen
      placement="bottom start"
      offset={2}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Menu
        className="menu"
        aria-label={label}
        autoFocus="first"
        onAction={(key) => {
          onClose()
          const action = actions.find((candidate) => candidate.label === key)
          if (action === undefined) return
          if (action.reason === null || action.reason === undefined) action.run()
          else showNotice({ tone: 'info', title: t('{{command}} isn’t available', { command: t(action.label) }), text: action.reason })
        }}
      >
        {actions.map(({ label: name, keys, reason = null, startsGroup = false }) => (
          <MenuItem
            key={name}
            id={name}
            textValue={t(name)}
            aria-label={t(name)}
            className={startsGroup ? 'menu-item explorer-menu-group' : 'menu-item'}
            data-keys={keys}
            data-unavailable={reason === null ? undefined : true}
          >
            <Text slot="label">{t(name)}</Text>
            {reason !== null && (
              <Text slot="description" className="visually-hidden">
                {reason}
              </Text>
            )}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
