import { t } from '../../shared/language/language'
import { byteWords } from '../layout/byteWords'
import type { FileTree, TreeEntry } from '../explorer/treeModel'
import { boardTree } from '../stores/boardTreeStore'
import { ask } from '../stores/dialogsStore'

/** How many files the list shows. */
const SHOWN = 12

/** Shows which files of a board take most room, as far as its folders were listed. */
export async function showLargeFiles(board: string): Promise<void> {
  const files = largestFiles(boardTree(board)).slice(0, SHOWN)
  await ask({
    title: t('Large files on the board'),
    text:
      files.length === 0
        ? t('None are known.')
        : t('The largest first. Folders that were never opened are not counted. Delete or download what isn’t needed in Board files.'),
    details: files.map((file) => `${byteWords(file.size)}  ${file.path}`),
    choices: [{ id: 'close', label: t('Close'), kind: 'primary' }],
  })
}

/** All listed files, the largest first. */
export function largestFiles(tree: FileTree): TreeEntry[] {
  return Object.values(tree.levels)
    .flatMap((level) => level.entries)
    .filter((entry) => entry.kind === 'file' && entry.size > 0)
    .sort((a, b) => b.size - a.size)
}
