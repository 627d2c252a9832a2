import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { pythonBytes } from '../protocol/pythonLiteral'
import type { OpenBoard } from './openBoard'

/** What a paste can't carry: the REPL acts on it. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/**
 * Starts a program and leaves it running: through paste mode, so that the board comes back to its own prompt when the program has ended,
 * whether anybody is connected then or not. `not-available` for the virtual board, which is switched off with us.
 */
export async function startProgram({ session }: OpenBoard, source: Uint8Array): Promise<void> {
  if (session.snapshot().port.kind === 'virtual') {
    throw new AppError('not-available', t('The virtual board is switched off when the command ends, so nothing can be left running on it'))
  }
  const text = new TextDecoder().decode(source)
  await session.getPrompt()
  // A paste of one line would be typed without its Enter.
  await session.paste(CONTROLS.test(text) ? `exec(${pythonBytes(source)})\n\n` : `${text.trimEnd()}\n\n`)
}
