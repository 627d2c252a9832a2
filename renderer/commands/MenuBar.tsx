import { useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { CommandMenu } from './CommandMenu'
import { menuGroups, MENUS } from './menuGroups'
import { type Command, type MenuName, useCommands } from './registry'
import { runCommand } from './runCommand'
import './commands.css'

/** The menus, in the page; macOS has them at the top of the screen instead. */
export function MenuBar(): React.JSX.Element {
  const commands = Object.values(useCommands((state) => state.commands))
  const [open, setOpen] = useState<MenuName | null>(null)
  const [current, setCurrent] = useState<MenuName>('File')
  const buttons = useRef(new Map<MenuName, HTMLButtonElement>())
  const menus = MENUS.map((name) => ({ name, groups: menuGroups(commands, name) })).filter(({ groups }) => groups.length > 0)

  const go = (name: MenuName): void => {
    setCurrent(name)
    if (open !== null) setOpen(name)
    buttons.current.get(name)?.focus()
  }
  const keyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = menus.findIndex(({ name }) => name === current)
    const next = menus[(at + step + menus.length) % menus.length]
    if (next !== undefined) go(next.name)
  }

  return (
    <div className="menu-bar" role="menubar" aria-label={t('Menus')} onKeyDownCapture={keyDown}>
      {menus.map(({ name, groups }) => (
        <MenuOf
          key={name}
          name={name}
          groups={groups}
          isOpen={open === name}
          isCurrent={current === name}
          register={(button) => buttons.current.set(name, button)}
          onOpenChange={(isOpen) => {
            setCurrent(name)
            setOpen((before) => (isOpen ? name : before === name ? null : before))
          }}
          onPoint={() => {
            if (open !== null && open !== name) go(name)
          }}
        />
      ))}
    </div>
  )
}

interface MenuOfProps {
  name: MenuName
  groups: readonly (readonly Command[])[]
  isOpen: boolean
  isCurrent: boolean
  register: (button: HTMLButtonElement) => void
  onOpenChange: (isOpen: boolean) => void
  onPoint: () => void
}

function MenuOf({ name, groups, isOpen, isCurrent, register, onOpenChange, onPoint }: MenuOfProps): React.JSX.Element {
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={(element) => {
          button.current = element
          if (element !== null) register(element)
        }}
        type="button"
        role="menuitem"
        className="menu-bar-button"
        tabIndex={isCurrent ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => onOpenChange(!isOpen)}
        onPointerEnter={onPoint}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onOpenChange(true)
        }}
      >
        {t(name)}
      </button>
      <Popover
        className="popover"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        isNonModal
        placement="bottom start"
        offset={2}
        shouldCloseOnInteractOutside={(element) => button.current?.contains(element) !== true}
      >
        <CommandMenu
          name={t(name)}
          groups={groups}
          onChoose={(command) => {
            onOpenChange(false)
            // The menu gives the focus back first, so that a command that moves it is not overruled.
            setTimeout(() => runCommand(command), 0)
          }}
        />
      </Popover>
    </>
  )
}
