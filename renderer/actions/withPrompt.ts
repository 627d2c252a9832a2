import type { StopChoice } from '../../shared/board'
import { hasCode } from '../../shared/errors'
import { ask } from '../stores/dialogsStore'
import { promptQuestion } from './needsPrompt'

/**
 * Does work that needs the prompt, and asks first when that would stop a program. `verb` begins a sentence: `Saving`, English, marked by
 * `text`. Resolves null when the user called it off; other failures are the caller's.
 */
export async function withPrompt<T>(verb: string, work: (stop: StopChoice) => Promise<T>): Promise<T | null> {
  try {
    return await work('refuse')
  } catch (error) {
    if (!hasCode(error, 'needs-prompt')) throw error
    const program = error.details.program
    const answer = await ask(promptQuestion(verb, typeof program === 'string' ? program : ''))
    return answer === null || answer === 'cancel' ? null : await work(answer)
  }
}
