import { t } from '../../../shared/language/language'
import { firstMistakes } from '../firstMistakes'
import type { ErrorPlace, ErrorRule } from './place'

/** SyntaxError and IndentationError: what the text itself shows is said before anything general. */
export const SYNTAX_RULES: readonly ErrorRule[] = [
  [
    /^SyntaxError: 'return' outside function/,
    () => t('return gives a function’s result, and this line is in no function. Is it indented as it should be?'),
  ],
  [
    /^SyntaxError: 'break'\/'continue' outside loop/,
    () => t('break and continue belong inside of a loop. Is the line indented as it should be?'),
  ],
  [/^SyntaxError: '(await|yield)' outside function/, (part) => t('{{word}} belongs inside of a function.', { word: part(1) })],
  [/^SyntaxError: can't assign to expression/, () => t('At the left of = must stand a name. To compare two values, write ==')],
  [/^SyntaxError: invalid syntax for integer/, () => t('A number can’t begin with 0 and go on with other digits.')],
  [/^SyntaxError: argument name reused/, () => t('Two values in the function’s brackets have the same name.')],
  [/^IndentationError/, (_part, place) => shown(place) ?? t('The spaces at the beginning of this line don’t fit the lines around it.')],
  [
    /^SyntaxError/,
    (_part, place) =>
      shown(place) ?? t('Python can’t read this line. Look for a missing bracket, quote or colon, here or on the line above.'),
  ],
]

/** The board stops at the first mistake, and sometimes notices it some lines later. */
function shown(place: ErrorPlace | null): string | null {
  const mistake = place === null ? undefined : firstMistakes(place.text)[0]
  if (mistake === undefined || place === null) return null
  if (mistake.line === place.line) return t('{{mistake}}.', { mistake: mistake.text })
  return t('Line {{line}}: {{mistake}}.', { line: mistake.line, mistake: mistake.text })
}
