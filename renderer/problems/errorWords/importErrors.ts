import { t } from '../../../shared/language/language'
import { MODULE_NAMES, MODULES } from '../../python/knownNames'
import { CIRCUITPYTHON_MODULES, COMPUTER_MODULES, FIRMWARE_MODULES, LIBRARIES, libraryOf } from '../../python/knownLibraries'
import { meant, said } from './nameErrors'
import { type ErrorPlace, type ErrorRule, tokensOf } from './place'

/** Modules for the pins of the large Raspberry Pi. */
const OTHER_BOARDS = new Set(['RPi', 'gpiozero', 'pigpio'])

/** The module that an error misses, as its file is named; null for other errors. */
function missingModule(message: string): string | null {
  const name = /^(?:ImportError|ModuleNotFoundError): no module named '?([\w.]+)'?/i.exec(message)?.[1] ?? null
  return name === null || !/^\w+(?:\.\w+)*$/.test(name) ? null : name
}

/** Libraries that are folders of several files. */
const PACKAGES = new Set(['aioble', 'aiohttp', 'lora', 'umqtt', 'unittest', 'urllib', 'usb'])

/** The module that an error misses, where one file of the user's brings it; null where none would. */
export function singleFileModule(message: string): string | null {
  const name = missingModule(message)
  const isNone = name === null || name.includes('.') || PACKAGES.has(name) || FIRMWARE_MODULES.has(name)
  return isNone || COMPUTER_MODULES.has(name) || CIRCUITPYTHON_MODULES.has(name) || OTHER_BOARDS.has(name) ? null : name
}

/** ImportError: a module that is not there, or lacks a name. */
export const IMPORT_RULES: readonly ErrorRule[] = [
  [/^(?:ImportError|ModuleNotFoundError): no module named '?([\w.]+)'?/i, (part) => unknownModule(part(1))],
  [
    /^ImportError: (?:can't|cannot) import name '?(\w+)'?/,
    (part, place) => {
      const module = importedFrom(part(1), place)
      if (module === null) return t('The module has nothing called {{name}}.', { name: part(1) })
      return said(
        t('The module {{module}} has nothing called {{name}}.', { module, name: part(1) }),
        meant(part(1), MODULE_NAMES[module] ?? []),
      )
    },
  ],
  [/^ImportError|^ModuleNotFoundError/, () => t('The board has no module of that name. Copy it to the board, or check how it is spelled.')],
]

function unknownModule(name: string): string {
  const top = name.split('.')[0] ?? name
  if (OTHER_BOARDS.has(top)) {
    return t('{{name}} is for the large Raspberry Pi. On this board write: from machine import Pin', { name })
  }
  if (CIRCUITPYTHON_MODULES.has(top)) {
    return t('{{name}} belongs to CircuitPython, and this board runs MicroPython. Look for an example for MicroPython.', { name })
  }
  if (COMPUTER_MODULES.has(top)) return t('{{name}} is made for Python on a computer; boards don’t have it.', { name })
  const source = libraryOf(top)
  if (source !== null) {
    return said(
      t('{{name}} is a library, and this board’s firmware doesn’t have it.', { name }),
      t('Get its file from github.com/{{source}} and copy it to the folder lib on the board.', { source }),
    )
  }
  if (FIRMWARE_MODULES.has(top)) return t('Only the firmware of some boards has {{name}}; this board’s doesn’t.', { name })
  return said(
    t('The board has no module {{name}}, neither in its firmware nor as a file {{name}}.py.', { name }),
    meant(name, [...MODULES, ...LIBRARIES]) ?? t('Upload its file to the board, or check how it is spelled.'),
  )
}

/** The module of `from module import name`. */
function importedFrom(name: string, place: ErrorPlace | null): string | null {
  const tokens = tokensOf(place).filter(({ line }) => line === place?.line)
  const from = tokens.findIndex(({ text }) => text === 'from')
  return from >= 0 && tokens.some(({ text }) => text === name) ? (tokens[from + 1]?.text ?? null) : null
}
