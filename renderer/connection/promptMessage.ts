import type { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { heardSentence } from './talkWords'

/** What happened and what to do when a board gave no prompt. */
export interface PromptMessage {
  title: string
  text: string
  offerHardReset: boolean
}

/** Messages 5 and 12. `board` is the board's name for people; null for failures that say enough by themselves. */
export function promptMessage(error: AppError, board: string, canHardReset: boolean): PromptMessage | null {
  if (error.code === 'not-micropython') {
    const { said, echo, binary, monitor } = error.details
    if (monitor === true) {
      return {
        title: t('{{board}} is used as a serial monitor', { board }),
        text: t('Only what you type is sent. If it is MicroPython after all, get the prompt first.'),
        offerHardReset: false,
      }
    }
    const heard = heardSentence(echo === true ? 'echo' : binary === true ? 'binary' : 'text', typeof said === 'string' ? said : '')
    const shown = t('The terminal shows all of it, and sends what you type.')
    const next = canHardReset
      ? t('If a program on it ignores Ctrl-C, start it anew by a hard reset and try again.')
      : t('If a program on it ignores Ctrl-C, press its reset button and try again.')
    return { title: t('This board talks, but not MicroPython'), text: `${heard} ${shown} ${next}`, offerHardReset: canHardReset }
  }
  if (error.code !== 'no-prompt') return null
  const { rungs } = error.details
  const tried = typeof rungs === 'string' && rungs !== '' ? `${t('Tried {{rungs}}.', { rungs })} ` : ''
  const next = canHardReset ? t('A hard reset starts it anew.') : t('Press its reset button, or plug it in anew.')
  return { title: t('{{board}} doesn’t answer', { board }), text: `${tried}${next}`, offerHardReset: canHardReset }
}
