import { spokenLanguage, t } from '../../shared/language/language'
import type { Command } from './registry'

/**
 * Commands that fit what was typed, best first: the title itself, its beginning, the beginning of a word, somewhere in it, its
 * letters in order. Without a text, all by title. A command is also found by its English title, which instructions may name.
 */
export function rankCommands(commands: readonly Command[], typed: string): Command[] {
  const wanted = typed.trim().toLowerCase()
  const ranked = commands.map((command) => ({
    command,
    rank: Math.min(rankOf(t(command.title).toLowerCase(), wanted), rankOf(command.title.toLowerCase(), wanted)),
  }))
  return ranked
    .filter(({ rank }) => rank < NO_FIT)
    .sort((a, b) => a.rank - b.rank || t(a.command.title).localeCompare(t(b.command.title), spokenLanguage()))
    .map(({ command }) => command)
}

const NO_FIT = 5

function rankOf(title: string, wanted: string): number {
  if (title === wanted) return 0
  if (title.startsWith(wanted)) return 1
  if (title.includes(` ${wanted}`)) return 2
  if (title.includes(wanted)) return 3
  return hasInOrder(title, wanted) ? 4 : NO_FIT
}

function hasInOrder(title: string, wanted: string): boolean {
  let at = 0
  for (const letter of wanted) {
    at = title.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
