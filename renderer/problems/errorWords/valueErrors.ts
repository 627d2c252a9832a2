import { t } from '../../../shared/language/language'
import { said } from './nameErrors'
import type { ErrorRule } from './place'

/** ValueError, IndexError, KeyError and other errors of values that are of the right class. */
export const VALUE_RULES: readonly ErrorRule[] = [
  [
    /^ValueError: invalid syntax for integer with base \d+: '(.*)'$/,
    (part) =>
      part(1).trim() === ''
        ? t('An empty text can’t be turned into a number.')
        : said(
            t('int() can’t turn the text “{{value}}” into a whole number.', { value: part(1) }),
            /^\s*-?\d*[.,]\d+\s*$/.test(part(1)) ? t('For a number with a point use float().') : null,
          ),
  ],
  [
    /^ValueError: invalid syntax for (?:integer|number)/,
    () => t('This text can’t be turned into a number: it may hold only digits, a sign and a point.'),
  ],
  [
    /^ValueError: too many values to unpack \(expected (\d+)\)/,
    (part) => t('At the right of = are more values than the {{wanted}} names at its left.', { wanted: Number(part(1)) }),
  ],
  [
    /^ValueError: (?:need more than (\d+) values to unpack|wrong number of values to unpack)/,
    () => t('At the left of = are more names than values at its right.'),
  ],
  [
    /^ValueError: .*(?:no such pin|invalid pin|[Pp]in doesn't exist)/,
    () => t('This board has no such pin, or the pin can’t do that. Look at the pins of this board.'),
  ],
  [/^ValueError: math domain error/, () => t('There is no result for this number, such as the root of a negative one.')],
  [/^ValueError: object not in sequence/, () => t('The list holds no such element. Ask first: if x in my_list:')],
  [/^ValueError: arg is an empty sequence/, () => t('max() and min() need at least one value; the list is empty.')],
  [
    /^ValueError: I\/O operation on closed file/,
    () => t('The file is closed already. Read and write before close(), or inside of the with block.'),
  ],
  [/^ValueError/, () => t('The value is of the right kind, but can’t be used here.')],
  [/^IndexError: pop from empty/, () => t('The list is empty, so nothing can be taken out of it.')],
  [
    /^IndexError: (\w+) index out of range/,
    (part) => t('The {{type}} has no element at that place. Places count from 0, so the last one is len(…) - 1.', { type: part(1) }),
  ],
  [/^IndexError/, () => t('There is no element at that place. Places count from 0.')],
  [
    /^KeyError: (.+)$/,
    (part) => t('The dict has no key {{key}}. Check how it is spelled, or ask with get(), which gives None instead.', { key: part(1) }),
  ],
  [/^KeyError/, () => t('The dictionary has no such key.')],
  [/^ZeroDivisionError/, () => t('Something is divided by zero here.')],
  [/^AssertionError/, () => t('The program itself says with assert that this must be true, and it is not.')],
  [/^UnicodeError/, () => t('These bytes are no text in UTF-8. Data of a sensor or of a radio is not always text: keep it as bytes.')],
  [/^StopIteration/, () => t('There is nothing more to take: the last one has been given already.')],
  [/^NotImplementedError/, () => t('This board’s MicroPython can’t do that.')],
  [
    /^RuntimeError: maximum recursion depth exceeded/,
    () => t('A function calls itself again and again without an end. It needs a case in which it doesn’t.'),
  ],
  [
    /^MemoryError: memory allocation failed, allocating (\d+) bytes/,
    (part) =>
      said(
        t('The board has no room left for {{size}} bytes in its memory.', { size: Number(part(1)) }),
        t('Keep less in lists and texts, import fewer modules, or work in smaller pieces.'),
      ),
  ],
  [/^MemoryError/, () => t('The board has no memory left for this. Keep less in lists and strings, or import fewer modules.')],
]
