import type { PinState } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { percent } from './pinWords'

/** How much of the time an LED between this pin and ground has current, from 0 to 1. A pull is too weak to light it. */
export function litShare(pin: PinState | undefined): number {
  if (pin?.use === 'output') return pin.level
  if (pin?.use === 'pwm') return pin.duty ?? pin.level
  return 0
}

/** How bright the eye sees that, from 0 to 1: it answers to the logarithm of light, so half the time looks far brighter than half. */
export function seenBrightness(share: number): number {
  return Math.min(1, Math.max(0, share)) ** (1 / 2.2)
}

/** What an LED does, for people. */
export function lightWords(share: number): string {
  if (share <= 0) return t('off')
  return share >= 1 ? t('on') : t('on, {{share}}%', { share: percent(share) })
}
