import type { Command, MenuName } from './registry'

/** The menu bar from left to right. */
export const MENUS: readonly MenuName[] = ['File', 'Edit', 'View', 'Run', 'Board', 'Tools', 'Help']

/** A menu's commands in their groups; groups by name, commands as they were registered. */
export function menuGroups(commands: readonly Command[], menu: MenuName): Command[][] {
  const groups = new Map<string, Command[]>()
  for (const command of commands.filter((candidate) => candidate.menu === menu)) {
    const name = command.group ?? ''
    groups.set(name, [...(groups.get(name) ?? []), command])
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([, group]) => group)
}
