import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { textOf } from '../editor/models'
import { decodeText } from '../editor/textCodec'
import { ask } from '../stores/dialogsStore'
import type { OpenDocument } from '../stores/documentsStore'
import { askCompare } from '../stores/fileDialogsStore'
import { readContent } from './readDocument'

/** Message 10: the file is no longer what the text was begun from. Both can be looked at side by side. Null when called off. */
export async function askVersion(document: OpenDocument): Promise<'keep' | 'theirs' | null> {
  const onBoard = document.ref.side === 'board'
  const take = onBoard ? t('Take the board’s') : t('Take the computer’s')
  const choice = await ask({
    title: onBoard
      ? t('{{name}} changed on the board.', { name: document.name })
      : t('{{name}} changed on the computer.', { name: document.name }),
    text: t('It is no longer the file that you opened. One of the two versions has to give way.'),
    choices: [
      { id: 'compare', label: t('Compare'), kind: 'primary' },
      { id: 'keep', label: t('Keep mine'), kind: 'danger' },
      { id: 'theirs', label: take, kind: 'plain' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  if (choice === 'keep' || choice === 'theirs') return choice
  if (choice !== 'compare') return null
  const content = await readContent(document.ref, 'ask')
  const mine = textOf(document.id)
  if (content === null || mine === null) return null
  const decoded = decodeText(content.bytes)
  if (decoded.kind === 'binary') throw new AppError('not-text', t('{{name}} is no longer a text file', { name: document.name }))
  return askCompare({
    name: document.name,
    theirs: decoded.text,
    mine: mine.text,
    place: onBoard ? t('On the board') : t('On the computer'),
    take,
  })
}
