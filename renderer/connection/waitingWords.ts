import { t } from '../../shared/language/language'
import type { WaitingBoard } from '../../shared/waitingBoard'

/** Message 4: what is there, and what it waits for. */
export function waitingWords({ name, seenAs, place }: WaitingBoard): { title: string; text: string } {
  const title = t('{{name}} without MicroPython', { name })
  switch (seenAs) {
    case 'drive':
      return { title, text: t('Drive {{drive}} waits for firmware.', { drive: place }) }
    case 'closed-drive':
      return { title, text: t('Drive {{drive}} waits for firmware. It is not open yet.', { drive: place }) }
    case 'usb':
      return { title, text: t('It waits for firmware over USB.') }
    case 'port':
      return { title, text: t('It waits for firmware at {{port}}.', { port: place }) }
    case 'maintenance':
      return { title: t('{{name}} in maintenance mode', { name }), text: t('Drive {{drive}} takes no programs.', { drive: place }) }
    default:
      return seenAs satisfies never
  }
}
