import { AppError } from '../../shared/errors'
import { textOf } from '../editor/models'
import { decodeText } from '../editor/textCodec'
import { ask } from '../stores/dialogsStore'
import type { OpenDocument } from '../stores/documentsStore'
import { askCompare } from '../stores/fileDialogsStore'
import { readContent } from './readDocument'

/** Message 10: the file is no longer what the text was begun from. Both can be looked at side by side. Null when called off. */
export async function askVersion(document: OpenDocument): Promise<'keep' | 'theirs' | null> {
  const onBoard = document.ref.side === 'board'
  const take = onBoard ? 'Take the board’s' : 'Take the computer’s'
  const choice = await ask({
    title: onBoard ? `${document.name} changed on the board.` : `${document.name} changed on the computer.`,
    text: 'It is no longer the file that you opened. One of the two versions has to give way.',
    choices: [
      { id: 'compare', label: 'Compare', kind: 'primary' },
      { id: 'keep', label: 'Keep mine', kind: 'danger' },
      { id: 'theirs', label: take, kind: 'plain' },
      { id: 'cancel', label: 'Cancel', kind: 'plain' },
    ],
  })
  if (choice === 'keep' || choice === 'theirs') return choice
  if (choice !== 'compare') return null
  const content = await readContent(document.ref, 'ask')
  const mine = textOf(document.id)
  if (content === null || mine === null) return null
  const decoded = decodeText(content.bytes)
  if (decoded.kind === 'binary') throw new AppError('not-text', `${document.name} is no longer a text file`)
  return askCompare({
    name: document.name,
    theirs: decoded.text,
    mine: mine.text,
    place: onBoard ? 'On the board' : 'On the computer',
    take,
  })
}
