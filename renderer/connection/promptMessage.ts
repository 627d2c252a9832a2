import type { AppError } from '../../shared/errors'

/** What happened and what to do when a board gave no prompt. */
export interface PromptMessage {
  title: string
  text: string
  offerHardReset: boolean
}

/** What the ladder heard instead of a prompt. */
function heardSentence({ details: { said, echo, binary } }: AppError): string {
  if (echo === true) return 'It only sends back what it gets.'
  if (binary === true) return 'What it sends is no text: another speed, or another protocol.'
  return typeof said === 'string' && said !== '' ? `It says “${said}”.` : 'What it says has no sign of a prompt.'
}

/** Messages 5 and 12. `board` is the board's name for people; null for failures that say enough by themselves. */
export function promptMessage(error: AppError, board: string, canHardReset: boolean): PromptMessage | null {
  if (error.code === 'not-micropython') {
    const advice = canHardReset ? 'start it anew by a hard reset' : 'press its reset button'
    return {
      title: 'This board talks, but not MicroPython',
      text: `${heardSentence(error)} The terminal shows all of it, and sends what you type. If a program on it ignores Ctrl-C, ${advice} and try again.`,
      offerHardReset: canHardReset,
    }
  }
  if (error.code !== 'no-prompt') return null
  const { rungs } = error.details
  const tried = typeof rungs === 'string' && rungs !== '' ? `Tried ${rungs}. ` : ''
  const next = canHardReset ? 'A hard reset starts it anew.' : 'Press its reset button, or plug it in anew.'
  return { title: `${board} doesn’t answer`, text: `${tried}${next}`, offerHardReset: canHardReset }
}
