import { IMPORT_RULES } from './errorWords/importErrors'
import { NAME_RULES } from './errorWords/nameErrors'
import type { ErrorPlace } from './errorWords/place'
import { SYNTAX_RULES } from './errorWords/syntaxErrors'
import { SYSTEM_RULES } from './errorWords/systemErrors'
import { TYPE_RULES } from './errorWords/typeErrors'
import { VALUE_RULES } from './errorWords/valueErrors'

const RULES = [...NAME_RULES, ...IMPORT_RULES, ...SYNTAX_RULES, ...TYPE_RULES, ...SYSTEM_RULES, ...VALUE_RULES]
/** A message may hold a text of the program. More of it helps nobody. */
const MAX_MESSAGE = 1_000

/**
 * Says in plain words what an error such as `NameError: name 'x' isn't defined` means, and what to do; null for one that it doesn't know.
 * With the text that was run, names are compared with those in it, and a mistake in its writing is pointed at. The wording of messages is
 * that of MicroPython 1.27; older forms are known where they differ.
 */
export function explainError(message: string, place: ErrorPlace | null = null): string | null {
  const short = message.slice(0, MAX_MESSAGE)
  for (const [pattern, words] of RULES) {
    const match = pattern.exec(short)
    if (match !== null) return words((index) => match[index] ?? '', place)
  }
  return null
}
