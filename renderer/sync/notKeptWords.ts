import type { NotKept } from '../../shared/history'
import { t } from '../../shared/language/language'
import { byteWords } from '../layout/byteWords'

/** Why an old version, or a file of a board, could not be kept. */
export function notKeptWords({ size, why }: NotKept): string {
  switch (why) {
    case 'too-large':
      return t('{{size}} is over the limit in the settings', { size: byteWords(size) })
    case 'disk':
      return t('this computer’s disk is full or failed')
    case 'unreadable':
      return t('the board could not read it')
    default:
      return why satisfies never
  }
}
