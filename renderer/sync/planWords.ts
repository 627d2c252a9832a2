import { t } from '../../shared/language/language'
import type { SyncAction, SyncLine, SyncSource, SyncStatus, UnusableReason } from '../../shared/sync'
import type { PlanGroup } from './planGroups'

/** What a part of the plan is called. */
export function groupWords(group: PlanGroup): string {
  switch (group) {
    case 'ask':
      return t('You decide')
    case 'upload':
      return t('To the board')
    case 'download':
      return t('To the computer')
    case 'delete':
      return t('Delete on the board')
    case 'keep':
      return t('Stay as they are')
    case 'same':
      return t('The same on both sides')
    default:
      return group satisfies never
  }
}

/** What can be done with a line, as its list of choices says it. */
export function actionWords(action: SyncAction, isComputer: boolean): string {
  switch (action) {
    case 'upload':
      return isComputer ? t('Upload') : t('Restore it')
    case 'download':
      return t('Download')
    case 'delete':
      return t('Delete on the board')
    case 'keep':
      return t('Leave as it is')
    case 'ask':
      return t('Decide…')
    default:
      return action satisfies never
  }
}

/** How the two sides of a line compare. */
export function lineWords({ status, why }: SyncLine, source: SyncSource['kind']): string {
  return status === 'unusable' && why !== undefined ? unusableWords(why) : statusWords(status, source)
}

function statusWords(status: SyncStatus, source: SyncSource['kind']): string {
  switch (status) {
    case 'same':
      return t('Same')
    case 'only-here':
      return source === 'computer' ? t('New on the computer') : t('Not on the board')
    case 'only-on-board':
      return t('Only on the board')
    case 'changed-here':
      return t('Changed on the computer')
    case 'changed-on-board':
      return t('Changed on the board')
    case 'different':
      return t('Different')
    case 'conflict':
      return t('Changed on both sides')
    case 'deleted-here':
      return t('Deleted on the computer')
    case 'deleted-on-board':
      return t('Deleted on the board')
    case 'clash':
      return t('A file here, a folder there')
    case 'unusable':
      return t('Can’t be copied')
    default:
      return status satisfies never
  }
}

function unusableWords(why: UnusableReason): string {
  switch (why) {
    case 'name-on-board':
      return t('The board can’t have this name')
    case 'name-here':
      return t('This computer can’t have this name')
    case 'same-name':
      return t('Two names of the board are one on this computer')
    case 'too-large':
      return t('Too large')
    case 'not-kept':
      return t('This version isn’t kept any more')
    case 'unreadable':
      return t('It could not be read')
    default:
      return why satisfies never
  }
}
