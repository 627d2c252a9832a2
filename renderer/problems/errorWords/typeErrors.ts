import { t } from '../../../shared/language/language'
import { BUILTINS } from '../../python/knownNames'
import { said } from './nameErrors'
import { assignedLine, type ErrorPlace, type ErrorRule, tokensOf } from './place'

/** How an operation is written. */
const SIGNS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
  and: '&',
  or: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
  contains: 'in',
  iadd: '+=',
}

const NUMBERS = new Set(['int', 'float'])

/** TypeError: a value of the wrong class, or values that don’t fit a function's brackets. */
export const TYPE_RULES: readonly ErrorRule[] = [
  [/^TypeError: unsupported types for __(\w+?)__: '(.+)', '(.+)'/, (part) => operation(SIGNS[part(1)] ?? part(1), part(2), part(3))],
  [
    /^TypeError: unsupported type for __hash__: '(.+)'/,
    (part) => t('A {{type}} can change, so it can be no key of a dict and stand in no set. Use a tuple.', { type: part(1) }),
  ],
  [
    /^TypeError: unsupported types? for __(\w+?)__: '(.+)'/,
    (part) => t('This can’t be done with a value of the class {{type}}.', { type: part(2) }),
  ],
  [
    /^TypeError: can't convert '?(\w+)'?(?: object)? to str/,
    (part) => t('A text and a value of the class {{type}} can’t be joined. Turn it into text: str(…)', { type: part(1) }),
  ],
  [
    /^TypeError: can't convert '?(\w+)'?(?: object)? to (int|float)/,
    (part) =>
      part(1) === 'str'
        ? t('A number is wanted here, and this is a text. Turn it into a number: int(…) or float(…)')
        : t('A number ({{wanted}}) is wanted here, and this is of the class {{type}}.', { wanted: part(2), type: part(1) }),
  ],
  [
    /^TypeError: (?:(.+)\(\)|function) takes (\d+) positional arguments but (\d+) were given/,
    (part, place) => argumentsWords(part(1), Number(part(2)), Number(part(3)), place),
  ],
  [
    /^TypeError: (?:.+ )?missing (?:(\d+) )?required positional argument/,
    () => t('The function wants more values in its brackets than it got.'),
  ],
  [/^TypeError: unexpected keyword argument '(.+)'/, (part) => t('The function knows no {{name}}=… in its brackets.', { name: part(1) })],
  [/^TypeError: (?:'(.+)' )?object (?:is)?(?:n't| not) callable/, (part, place) => notCallable(part(1), place)],
  [
    /^TypeError: (?:'(.+)' )?object (?:is)?(?:n't| not) iterable/,
    (part) =>
      NUMBERS.has(part(1))
        ? t('A number can’t be gone through one by one. To do something several times write: for i in range(5):')
        : said(t('A value of the class {{type}} can’t be gone through one by one.', { type: part(1) }), noneWords(part(1))),
  ],
  [
    /^TypeError: '(.+)' object is(?:n't| not) subscriptable/,
    (part) => said(t('A value of the class {{type}} has no parts, so no [ ] can stand behind it.', { type: part(1) }), noneWords(part(1))),
  ],
  [
    /^TypeError: '(.+)' object does(?:n't| not) support item assignment/,
    (part) =>
      part(1) === 'str' || part(1) === 'tuple'
        ? t('A part of a {{type}} can’t be replaced: it stays as it was made. Make a new one, or use a list.', { type: part(1) })
        : t('A value of the class {{type}} has no parts that could be set with [ ].', { type: part(1) }),
  ],
  [
    /^TypeError: object of type '(.+)' has no len\(\)/,
    (part) => said(t('A value of the class {{type}} has no length.', { type: part(1) }), noneWords(part(1))),
  ],
  [/^TypeError/, () => t('A value of the wrong kind is used here, or the number of values in the brackets is wrong.')],
]

/** Where None comes from, for those who never wrote it. */
function noneWords(type: string): string | null {
  return type === 'NoneType' ? t('None means nothing at all: a function without return gives it.') : null
}

function operation(sign: string, left: string, right: string): string {
  const pair = [left, right]
  if (pair.includes('NoneType')) {
    return said(t('One side of {{sign}} is None.', { sign }), noneWords('NoneType'))
  }
  if (pair.includes('str') && pair.some((type) => NUMBERS.has(type))) {
    return sign === '+'
      ? t(
          '+ can’t join a text and a number. Turn the number into text, str(…), or the text into a number, int(…). What input() gives is a text.',
        )
      : t('{{sign}} can’t be used between a text and a number. Turn the text into a number: int(…). What input() gives is a text.', {
          sign,
        })
  }
  return t('{{sign}} can’t be used between {{left}} and {{right}}.', { sign, left, right })
}

function argumentsWords(name: string, wanted: number, given: number, place: ErrorPlace | null): string {
  const counts =
    name === ''
      ? t('The function wants {{wanted}} values in its brackets and got {{given}}.', { wanted, given })
      : t('{{name}}() wants {{wanted}} values in its brackets and got {{given}}.', { name, wanted, given })
  const isMethod = given === wanted + 1 && wanted === 0 && name !== '' && isIndentedFunction(name, place)
  return isMethod ? said(counts, t('A function in a class gets the object as its first value: def {{name}}(self):', { name })) : counts
}

function isIndentedFunction(name: string, place: ErrorPlace | null): boolean {
  const tokens = tokensOf(place)
  return tokens.some(({ text, column }, index) => text === name && tokens[index - 1]?.text === 'def' && column > 5)
}

/** Most often a program has given its own value to a name such as `list` or `max`. */
function notCallable(type: string, place: ErrorPlace | null): string {
  const tokens = tokensOf(place)
  const called = tokens.flatMap(({ text, kind, line }, index) =>
    line === place?.line && kind === 'name' && tokens[index + 1]?.text === '(' ? [text] : [],
  )
  for (const name of called) {
    const line = assignedLine(name, place)
    if (line === null) continue
    return BUILTINS.includes(name)
      ? t(
          'The program has given the name {{name}} a value of its own on line {{line}}, so Python’s own {{name}}() can’t be called any more. Choose another name there.',
          { name, line },
        )
      : t('{{name}} is no function: it got a value of the class {{type}} on line {{line}}.', { name, type, line })
  }
  return said(
    t('A value of the class {{type}} is no function: no ( ) can stand behind it. To multiply, write *.', { type }),
    noneWords(type),
  )
}
