import { t, text } from '../../shared/language/language'
import { backUpBoard, copyFromBoard, otherBoards, restoreBackup } from '../actions/backupActions'
import { forgetHistory, openHistory } from '../actions/historyActions'
import { openSync } from '../actions/syncActions'
import { jobReason } from '../connection/availability'
import { activeDocument } from '../stores/documentsStore'
import { activeSession } from '../stores/sessionsStore'
import type { Command } from './registry'

const needsBoard = (): string | null => jobReason(activeSession())

/** The history of the file in front, where that is a board's. */
async function historyOfActive(): Promise<void> {
  const ref = activeDocument()?.ref
  await openHistory(ref?.side === 'board' && ref.board === activeSession()?.boardKey ? ref.path : undefined)
}

/** What concerns all files of a board: sync, history, backups. */
export const syncCommands: readonly Command[] = [
  {
    id: 'board.sync',
    title: text('Sync folder with board…'),
    menu: 'Board',
    group: '4 files',
    keys: 'Shift+F9',
    unavailable: () => (activeSession() === null ? t('No board is connected.') : null),
    run: () => openSync(),
  },
  {
    id: 'board.copyFrom',
    title: text('Copy from another board…'),
    menu: 'Board',
    group: '4 files',
    unavailable: () => needsBoard() ?? (otherBoards().length === 0 ? t('Only one board is connected.') : null),
    run: copyFromBoard,
  },
  { id: 'board.backUp', title: text('Back up board…'), menu: 'Board', group: '5 backup', unavailable: needsBoard, run: backUpBoard },
  {
    id: 'board.restoreBackup',
    title: text('Restore from backup…'),
    menu: 'Board',
    group: '5 backup',
    unavailable: needsBoard,
    run: restoreBackup,
  },
  { id: 'board.history', title: text('History…'), menu: 'Board', group: '5 backup', run: historyOfActive },
  {
    id: 'board.forgetHistory',
    title: text('Forget history of this board…'),
    run: async () => {
      await openHistory()
      await forgetHistory()
    },
  },
]
