import type { PinState, PinUse } from '../../shared/hardware'
import { spokenLanguage, t, text } from '../../shared/language/language'

const USES: Readonly<Record<PinUse, string>> = {
  none: text('not used'),
  input: text('input'),
  output: text('output'),
  openDrain: text('open drain'),
  pwm: text('PWM'),
  analog: text('analog'),
  i2c: text('I2C'),
  spi: text('SPI'),
  uart: text('UART'),
  oneWire: text('1-Wire'),
  pixels: text('light strip'),
}

/** A pin's name, as MicroPython takes it. */
export function pinName(id: number): string {
  return `GP${id}`
}

/** What a pin is used for, with its pull, for people. */
export function pinUseWords({ use, pull }: Pick<PinState, 'use' | 'pull'>): string {
  const name = t(USES[use])
  if (pull === 'up') return t('{{use}}, pull-up', { use: name })
  if (pull === 'down') return t('{{use}}, pull-down', { use: name })
  return name
}

/** What a pin shows now, for people: its level, its PWM, its voltage; nothing where that would only flicker. */
export function valueWords(pin: PinState): string {
  switch (pin.use) {
    case 'input':
    case 'output':
    case 'openDrain':
      return pin.level === 1 ? t('high') : t('low')
    case 'pwm':
      return t('{{frequency}}, {{share}}%', { frequency: frequencyWords(pin.frequency ?? 0), share: percent(pin.duty ?? 0) })
    case 'analog':
      return voltWords(pin.measured ?? 0)
    case 'none':
    case 'i2c':
    case 'spi':
    case 'uart':
    case 'oneWire':
    case 'pixels':
      return ''
    default:
      return pin.use satisfies never
  }
}

/** Whole per cents of a share. What is neither nothing nor all doesn't round to that. */
export function percent(share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 100
  return Math.min(99, Math.max(1, Math.round(share * 100)))
}

/** Full scale of the board's converter. */
const SUPPLY_VOLTS = 3.3

/** What a share of the supply is in volts. */
export function voltWords(share: number): string {
  return t('{{volts}} V', { volts: decimals(share * SUPPLY_VOLTS, 2) })
}

/** A frequency with the unit that suits it. */
export function frequencyWords(hertz: number): string {
  if (hertz >= 1_000_000) return t('{{number}} MHz', { number: decimals(hertz / 1_000_000) })
  if (hertz >= 1_000) return t('{{number}} kHz', { number: decimals(hertz / 1_000) })
  return t('{{number}} Hz', { number: decimals(hertz) })
}

/** A number as the user's language writes it: with at most one decimal, or with exactly so many. */
export function decimals(value: number, exactly?: number): string {
  return value.toLocaleString(spokenLanguage(), { minimumFractionDigits: exactly ?? 0, maximumFractionDigits: exactly ?? 1 })
}
