import { t, text } from '../../shared/language/language'
import type { Command, MenuName } from './registry'

/** The menu bar from left to right. */
export const MENUS: readonly MenuName[] = [
  text('File'),
  text('Edit'),
  text('View'),
  text('Run'),
  text('Board'),
  text('Tools'),
  text('Help'),
]

/** What a group of a menu is about, for people who can't see the lines between groups. */
const GROUP_NAMES: readonly string[] = [
  text('backup'),
  text('close'),
  text('connection'),
  text('files'),
  text('find'),
  text('help'),
  text('layout'),
  text('lines'),
  text('new'),
  text('parts'),
  text('plotter'),
  text('power-up'),
  text('problems'),
  text('prompt'),
  text('reset'),
  text('run'),
  text('save'),
  text('settings'),
  text('tabs'),
  text('terminal'),
  text('theme'),
  text('undo'),
  text('watch only'),
  text('word wrap'),
  text('zoom'),
]

/** The shown name of a command's group; null when it has none. */
export function groupName(group: string | undefined): string | null {
  const name = GROUP_NAMES.find((known) => group?.replace(/^\d+ ?/, '') === known)
  return name === undefined ? null : t(name)
}

/** A menu's commands in their groups; groups by name, commands as they were registered. */
export function menuGroups(commands: readonly Command[], menu: MenuName): Command[][] {
  const groups = new Map<string, Command[]>()
  for (const command of commands.filter((candidate) => candidate.menu === menu)) {
    const name = command.group ?? ''
    groups.set(name, [...(groups.get(name) ?? []), command])
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([, group]) => group)
}
