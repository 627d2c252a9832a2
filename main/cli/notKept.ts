import type { NotKept } from '../../shared/history'
import { t } from '../../shared/language/language'
import type { Output } from './output'

/** Says which old versions went without being kept; the command itself has succeeded. */
export function tellNotKept(output: Output, notKept: readonly NotKept[]): void {
  for (const { path, why } of notKept)
    output.error(t('perfboard: the old version of {{path}} is not in the history ({{why}})', { path, why: reason(why) }))
}

function reason(why: NotKept['why']): string {
  switch (why) {
    case 'too-large':
      return t('too large for it')
    case 'disk':
      return t('the disk of this computer')
    case 'unreadable':
      return t('the board can’t read it')
  }
}
