import { baseName } from '../../shared/boardPath'
import { t, text } from '../../shared/language/language'
import type { SyncLine } from '../../shared/sync'
import { bridge } from '../bridge/bridge'
import { decodeText } from '../editor/textCodec'
import { askCompare } from '../stores/fileDialogsStore'
import { reportFailure, showNotice } from '../stores/noticesStore'
import { chooseAction, useSync } from '../stores/syncStore'
import { withPrompt } from './withPrompt'

/** Shows both sides of a line of the plan; the buttons below decide about the line. */
export async function compareLine({ path, choices }: SyncLine): Promise<void> {
  const { phase, session } = useSync.getState()
  if (phase.kind !== 'planned' || session === null) return
  const { plan } = phase
  try {
    const sides = await withPrompt(text('Comparing'), async (stop) => {
      const read = (side: 'here' | 'board'): Promise<Uint8Array> =>
        bridge().request('sync.read', { session, plan: plan.id, path, side, stop })
      return [await read('here'), await read('board')] as const
    })
    if (sides === null) return
    const [mine, theirs] = [decodeText(sides[0]), decodeText(sides[1])]
    if (mine.kind === 'binary' || theirs.kind === 'binary') {
      showNotice({
        tone: 'info',
        title: t('{{name}} is a binary file', { name: baseName(path) }),
        text: t('There are no lines to compare.'),
      })
      return
    }
    const answer = await askCompare({
      name: path,
      mine: mine.text,
      theirs: theirs.text,
      place: t('On the board'),
      own: ownWords(plan.source.kind),
      take: choices.includes('download') ? t('Take the board’s') : t('Leave the board’s'),
      keep: t('To the board'),
    })
    if (answer === 'keep' && choices.includes('upload')) chooseAction(path, 'upload')
    if (answer === 'theirs') chooseAction(path, choices.includes('download') ? 'download' : 'keep')
  } catch (error) {
    reportFailure(t('{{path}} could not be compared.', { path }), error)
  }
}

/** Where the other side of a plan is. */
export function ownWords(source: 'computer' | 'backup' | 'snapshot' | 'board'): string {
  switch (source) {
    case 'computer':
      return t('On the computer')
    case 'backup':
      return t('In the backup')
    case 'snapshot':
      return t('As it was')
    case 'board':
      return t('On the other board')
    default:
      return source satisfies never
  }
}
