import type { Greeting } from '../../shared/board'
import { hasCode } from '../../shared/errors'
import type { SessionDeps } from './sessionDeps'
import type { SessionStatus } from './sessionStatus'

/** Takes the user's answer to what is to be done with a board, and keeps it. Rejects as `getPrompt` does, which only `prompt` calls. */
export async function greet(
  status: SessionStatus,
  memory: SessionDeps['memory'],
  greeting: Exclude<Greeting, 'ask'>,
  getPrompt: () => Promise<void>,
): Promise<void> {
  const keep = async (answer: Greeting): Promise<void> => {
    status.note({ greeting: answer })
    await memory.update(status.snapshot().boardKey, { greeting: answer })
  }
  const before = status.greeting
  await keep(greeting)
  if (greeting !== 'prompt') return
  try {
    await getPrompt()
  } catch (error) {
    // It is no MicroPython still: the monitor that it was stays one.
    if (before === 'monitor' && hasCode(error, 'not-micropython', 'no-prompt')) await keep('monitor')
    throw error
  }
}
