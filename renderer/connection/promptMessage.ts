import type { AppError } from '../../shared/errors'

/** What happened and what to do when a board gave no prompt. */
export interface PromptMessage {
  title: string
  text: string
  offerHardReset: boolean
}

/** Messages 5 and 12. `board` is the board's name for people; null for failures that say enough by themselves. */
export function promptMessage(error: AppError, board: string, canHardReset: boolean): PromptMessage | null {
  if (error.code === 'not-micropython') {
    return { title: 'This board talks, but not MicroPython', text: 'The terminal shows what it says, and sends what you type.', offerHardReset: false }
  }
  if (error.code !== 'no-prompt') return null
  const { rungs } = error.details
  const tried = typeof rungs === 'string' && rungs !== '' ? `Tried ${rungs}. ` : ''
  const next = canHardReset ? 'A hard reset starts it anew.' : 'Press its reset button, or plug it in anew.'
  return { title: `${board} doesn’t answer`, text: `${tried}${next}`, offerHardReset: canHardReset }
}
