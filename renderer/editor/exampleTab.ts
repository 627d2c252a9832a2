import { documentId, type DocumentRef } from '../../shared/layout'
import { createModel, modelOf } from './models'
import { addTab } from './openTabs'

/** Brings an example program to the front, in a tab of its own. Until it is changed it counts as saved: it can be had again at any time. */
export function openExample({ file, program }: { file: string; program: string }): void {
  const ref: DocumentRef = { side: 'untitled', name: file }
  const id = documentId(ref)
  if (modelOf(id) === null) createModel(id, file, program, true)
  addTab(ref, { status: 'text' })
}
