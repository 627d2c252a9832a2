import { t } from '../../shared/language/language'
import type { TalksLike } from '../../shared/talksLike'

/** What the port seems to be, as a phrase; null for what is no firmware that is known. */
function firmwarePhrase(kind: TalksLike['kind']): string | null {
  switch (kind) {
    case 'esp-blank':
      return t('a blank ESP32, with no program on it')
    case 'esp-download':
      return t('an ESP32 that waits for a program to be installed')
    case 'esp-program':
      return t('an ESP32 with another program, such as an Arduino sketch')
    case 'esp-at':
      return t('an ESP with firmware for AT commands')
    case 'espruino':
      return t('a board with Espruino, which speaks JavaScript')
    case 'lua':
      return t('an ESP with NodeMCU, which speaks Lua')
    case 'u-boot':
      return t('the boot loader of a Linux computer (U-Boot)')
    case 'linux':
      return t('the console of a Linux computer')
    case 'zephyr':
      return t('a board with a Zephyr program')
    case 'gps':
      return t('a GPS receiver')
    case 'motion':
      return t('the controller of a CNC machine or 3D printer')
    case 'arduino':
      return t('an Arduino sketch')
    case 'pico-program':
      return t('a Pico with another program, such as an Arduino sketch')
    case 'microbit-program':
      return t('a micro:bit with another program, such as one from MakeCode')
    case 'text':
    case 'echo':
    case 'binary':
      return null
    default:
      return kind satisfies never
  }
}

/** A sentence on what the port seems to be, or else on what it says. It is only called sure when it said so itself and no prompt came. */
export function talkSentence({ kind, sure, tried, said }: TalksLike): string {
  const what = firmwarePhrase(kind)
  if (what !== null) return sure && tried ? t('It is {{what}}.', { what }) : t('It looks like {{what}}.', { what })
  return heardSentence(kind, said)
}

/** What was heard instead of a prompt. */
export function heardSentence(kind: TalksLike['kind'], said: string): string {
  if (kind === 'echo') return t('It only sends back what it gets.')
  if (kind === 'binary') return t('What it sends is no text: another speed, or another protocol.')
  return said === '' ? t('What it says has no sign of a prompt.') : t('It says “{{said}}”.', { said })
}

/** True when MicroPython may hide behind it, in a program that ignores Ctrl-C. */
export function mayBeMicroPython({ kind, sure }: TalksLike): boolean {
  return !sure && kind !== 'echo'
}

/** True where a board is behind the port that may run MicroPython. */
export function mayRunMicroPython(kind: TalksLike['kind']): boolean {
  return kind !== 'u-boot' && kind !== 'linux' && kind !== 'gps' && kind !== 'motion'
}
