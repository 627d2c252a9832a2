import { t } from '../../../shared/language/language'
import { closeName } from '../../python/closeName'
import { BUILTINS, METHODS, MODULE_NAMES, MODULES } from '../../python/knownNames'
import { attributesOf, type ErrorPlace, type ErrorRule, namesOf } from './place'

/** What other languages call it. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  true: 'True',
  false: 'False',
  none: 'None',
  null: 'None',
  NULL: 'None',
  nil: 'None',
}
const OTHER_METHODS: Readonly<Record<string, string>> = { push: 'append', add: 'append', length: 'len', size: 'len', substring: 'split' }

/** NameError and AttributeError: a name that means nothing where it stands. */
export const NAME_RULES: readonly ErrorRule[] = [
  [/^NameError: name '(.+)' is(?:n't| not) defined/, (part, place) => unknownName(part(1), place)],
  [
    /^NameError: local variable referenced before assignment/,
    () =>
      t(
        'A variable of this function is used before it gets its value. If the one outside of the function is meant, write “global” and its name at the beginning of the function.',
      ),
  ],
  [/^NameError/, () => t('Nothing of that name is known here. Check its spelling, and that it is set before this line.')],
  [/^AttributeError: 'NoneType' object has no attribute '(.+)'/, (part) => noneHasNo(part(1))],
  [
    /^AttributeError: module '(.+)' has no attribute '(.+)'/,
    (part, place) =>
      said(
        t('The module {{module}} of this board has nothing called {{name}}.', { module: part(1), name: part(2) }),
        meant(part(2), [...(MODULE_NAMES[part(1)] ?? []), ...attributesOf(place)]),
      ),
  ],
  [
    /^AttributeError: (?:type object )?'(.+?)'(?: object)? has no attribute '(.+)'/,
    (part, place) =>
      said(
        t('A value of the class {{type}} has nothing called {{name}}.', { type: part(1), name: part(2) }),
        otherMethod(part(1), part(2)) ?? meant(part(2), [...(METHODS[part(1)] ?? []), ...attributesOf(place)]),
      ),
  ],
  [/^AttributeError/, () => t('This object has nothing of that name. Check its spelling, and what kind of object it is.')],
]

/** Sentences one behind the other; those that there is no reason for are null. */
export function said(...sentences: (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(' ')
}

/** Asks whether a known name was meant; null when none is close. */
export function meant(name: string, known: Iterable<string>): string | null {
  const other = closeName(name, known)
  return other === null ? null : t('Did you mean “{{other}}”?', { other })
}

function unknownName(name: string, place: ErrorPlace | null): string {
  const word = OTHER_WORDS[name]
  if (word !== undefined) return t('Python writes it {{word}}.', { word })
  if (name === 'self') return t('self is known only inside of a method that has it as its first name in the brackets: def move(self):')
  if (MODULES.includes(name)) return t('The module {{name}} was not imported. Write “import {{name}}” at the top of the program.', { name })
  const module = Object.keys(MODULE_NAMES).find((candidate) => MODULE_NAMES[candidate]?.includes(name))
  if (module !== undefined) {
    return t('{{name}} was not imported. Write “from {{module}} import {{name}}” at the top of the program.', { name, module })
  }
  return said(
    t('Nothing is called {{name}} here.', { name }),
    meant(name, [...BUILTINS, ...namesOf(place)]) ??
      t('A name must get its value before the line that uses it, and upper and lower case count. A text needs quotes: "{{name}}"', {
        name,
      }),
  )
}

function noneHasNo(name: string): string {
  return said(
    t('This is None, that is nothing at all, so it has no {{name}}.', { name }),
    t('A function without return gives None, and so do methods that change something in place, such as sort().'),
  )
}

function otherMethod(type: string, name: string): string | null {
  const other = OTHER_METHODS[name]
  if (other === 'len') return t('How long something is tells len(…).')
  return other !== undefined && METHODS[type]?.includes(other) === true ? t('Did you mean “{{other}}”?', { other }) : null
}
