import { t, text } from './language/language'

/** What a program is called that the user started from the prompt. */
export const TYPED_PROGRAM = text('REPL input')

/** What a program is called of which nothing is known. */
export const UNKNOWN_PROGRAM = text('A program')

/** A program's name as it is shown: those of ours in the user's language, those of files as they are. */
export function programWords(name: string): string {
  return name === TYPED_PROGRAM || name === UNKNOWN_PROGRAM ? t(name) : name
}
