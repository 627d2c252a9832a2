import { Check } from 'lucide-react'
import { Fragment } from 'react'
import { Menu, MenuItem, MenuSection, Separator, Text } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { groupName } from './menuGroups'
import type { Command } from './registry'
import { shownKeys } from './useCommandKeys'

interface CommandMenuProps {
  name: string
  groups: readonly (readonly Command[])[]
  onChoose: (command: Command) => void
}

/** One menu of the bar: commands in groups, with their keys. */
export function CommandMenu({ name, groups, onChoose }: CommandMenuProps): React.JSX.Element {
  const ticked = groups.flat().some(({ checked }) => checked !== undefined)
  const byId = new Map(groups.flat().map((command) => [command.id, command]))
  return (
    <Menu
      className={ticked ? 'menu menu-ticked' : 'menu'}
      aria-label={name}
      autoFocus="first"
      onAction={(key) => {
        const command = byId.get(String(key))
        if (command !== undefined) onChoose(command)
      }}
    >
      {groups.map((group, index) => (
        <Fragment key={group[0]?.group ?? ''}>
          {index === 0 ? null : <Separator className="menu-separator" />}
          <MenuSection
            aria-label={groupName(group[0]?.group) ?? name}
            {...(group.some(({ checked }) => checked !== undefined) && { selectionMode: 'multiple', selectedKeys: tickedIds(group) })}
          >
            {group.map((command) => (
              <CommandItem key={command.id} command={command} />
            ))}
          </MenuSection>
        </Fragment>
      ))}
    </Menu>
  )
}

function tickedIds(group: readonly Command[]): string[] {
  return group.filter(({ checked }) => checked?.() === true).map(({ id }) => id)
}

function CommandItem({ command }: { command: Command }): React.JSX.Element {
  const reason = command.unavailable?.() ?? null
  const keys = shownKeys(command)
  return (
    <MenuItem
      id={command.id}
      className="menu-item"
      textValue={t(command.title)}
      data-unavailable={reason === null ? undefined : true}
      data-keys={keys === '' ? undefined : keys}
    >
      {command.checked?.() === true ? <Check className="menu-tick" size={14} aria-hidden /> : null}
      <Text slot="label">{t(command.title)}</Text>
      {reason === null ? null : (
        <Text slot="description" className="visually-hidden">
          {reason}
        </Text>
      )}
    </MenuItem>
  )
}
