import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { JobRunner } from './jobRunner'
import { isMultiLine, pasteAtPrompt, pastedText, pasteInPasteMode } from './pasting'
import type { Programs } from './programs'
import { checkUsable, type SessionParts } from './sessionParts'

/**
 * Text from the clipboard. Several lines at the prompt go through paste mode, at the board's pace; everything else as typing, by `type`. At an
 * unfinished block several lines are refused with `needs-prompt`: the REPL would indent each once more, and an empty one would end the block.
 */
export async function pasteText(
  parts: SessionParts,
  programs: Programs,
  runner: JobRunner,
  text: string,
  type: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  checkUsable(parts)
  const clean = pastedText(text)
  const { watch, screen, status } = parts
  await watch.settled()
  const mode = status.state.kind === 'ready' && isMultiLine(clean) ? screen.tracker.mode : 'unknown'
  switch (mode) {
    case 'prompt': {
      await pasteAtPrompt(parts, programs, runner, clean)
      return
    }
    case 'paste': {
      await pasteInPasteMode(parts, runner, clean)
      return
    }
    case 'continuation':
      throw new AppError(
        'needs-prompt',
        t('an unfinished block stands at the prompt. Finish it with Enter or cancel it with Ctrl-C, then paste'),
        { program: '', typing: true },
      )
    case 'unknown':
      await type(new TextEncoder().encode(clean))
  }
}
