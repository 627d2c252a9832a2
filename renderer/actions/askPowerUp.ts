import type { SessionSnapshot } from '../../shared/board'
import { baseName, joinBoardPath } from '../../shared/boardPath'
import { t } from '../../shared/language/language'
import { decodeText } from '../editor/textCodec'
import { endlessLoop } from '../python/endlessLoop'
import { ask } from '../stores/dialogsStore'
import { boardRoot } from './boardListing'

/** The files that a board runs by itself. */
const POWER_UP = ['main.py', 'boot.py']
/** Files, by board and path, that the user wanted so in this window: nobody is asked twice. */
const wanted = new Set<string>()

/**
 * Before a program that never pauses becomes what the board runs at power-up: says what that means, and how to get the board back. False when
 * the user calls it off.
 */
export async function mayRunAtPowerUp(session: SessionSnapshot, path: string, bytes: Uint8Array): Promise<boolean> {
  const key = `${session.boardKey}\n${path}`
  if (wanted.has(key) || !POWER_UP.some((name) => path === joinBoardPath(boardRoot(session), name))) return true
  const decoded = decodeText(new Uint8Array(bytes))
  const line = decoded.kind === 'binary' ? null : endlessLoop(decoded.text)
  if (line === null) return true
  const name = baseName(path)
  const choice = await ask({
    title: t('{{name}} will run without an end', { name }),
    text: t(
      'The board runs {{name}} each time it gets power. The loop on line {{line}} never ends and never pauses, so the board is busy from then on. Stop, or Ctrl-C in the terminal, gives the prompt back. A pause in the loop, such as time.sleep(0.1), makes that easier.',
      { name, line },
    ),
    choices: [
      { id: 'save', label: t('Save anyway'), kind: 'plain' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  if (choice !== 'save') return false
  wanted.add(key)
  return true
}
