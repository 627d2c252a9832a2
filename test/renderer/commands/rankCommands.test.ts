import { describe, expect, it } from 'vitest'
import { menuGroups } from '../../../renderer/commands/menuGroups'
import { rankCommands } from '../../../renderer/commands/rankCommands'
import type { Command } from '../../../renderer/commands/registry'

const command = (title: string, more: Partial<Command> = {}): Command => ({ id: title, title, run: () => undefined, ...more })
const titles = (typed: string, all: string[]): string[] =>
  rankCommands(
    all.map((title) => command(title)),
    typed,
  ).map(({ title }) => title)

describe('the command palette', () => {
  it('finds the command of exactly that title first, whatever else begins with it', () => {
    expect(titles('run', ['Run selection', 'Run', 'Clean run', 'Truncate'])).toEqual(['Run', 'Run selection', 'Clean run', 'Truncate'])
    expect(titles('Theme: Dark', ['Theme: Light', 'Theme: Dark'])).toEqual(['Theme: Dark'])
  })

  it('finds a command by letters in order, and nothing by letters that it lacks', () => {
    expect(titles('sftr', ['Soft reset', 'Hard reset'])).toEqual(['Soft reset'])
    expect(titles('xyz', ['Soft reset'])).toEqual([])
  })

  it('shows everything by title when nothing is typed', () => {
    expect(titles(' ', ['Stop', 'Run'])).toEqual(['Run', 'Stop'])
  })
})

describe('menus', () => {
  it('keep their commands together in groups', () => {
    const all = [
      command('Quit', { menu: 'File', group: '9' }),
      command('New', { menu: 'File', group: '1' }),
      command('Undo', { menu: 'Edit' }),
      command('Open', { menu: 'File', group: '1' }),
    ]
    expect(menuGroups(all, 'File').map((group) => group.map(({ title }) => title))).toEqual([['New', 'Open'], ['Quit']])
  })
})
