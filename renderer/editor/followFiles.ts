import type { DocumentRef } from '../../shared/layout'
import { isWithin } from '../../shared/boardPath'
import { isDiskWithin } from '../explorer/diskPath'
import { forgetJournal, journalSoon } from '../actions/journalActions'
import { type OpenDocument, patchDocument, useDocuments } from '../stores/documentsStore'
import { textOf } from './models'
import { moveTab, removeTab } from './openTabs'

/** Which side's files a change is about; `board` is the board's key. */
export type Side = { side: 'board'; board: string } | { side: 'computer' }

function openBelow(side: Side, path: string): OpenDocument[] {
  return Object.values(useDocuments.getState().documents).filter(({ ref }) => {
    if (side.side === 'board') return ref.side === 'board' && ref.board === side.board && isWithin(path, ref.path)
    return ref.side === 'computer' && isDiskWithin(path, ref.path)
  })
}

/** A file or folder was renamed or moved: the tabs of what is in it go along, with their text and undo history. */
export async function tabsMoved(side: Side, from: string, to: string): Promise<void> {
  for (const { id, ref } of openBelow(side, from)) {
    if (ref.side === 'untitled') continue
    const path = to + ref.path.slice(from.length)
    const next: DocumentRef = { ...ref, path }
    const now = moveTab(id, next)
    await forgetJournal(id)
    journalSoon(now)
  }
}

/** A file or folder was deleted: tabs with unsaved text stay and say so, others go. */
export function tabsDeleted(side: Side, path: string): void {
  for (const { id, unsaved } of openBelow(side, path)) {
    if (unsaved && textOf(id) !== null) patchDocument(id, { status: 'missing', base: null, mtime: null })
    else removeTab(id)
  }
}
