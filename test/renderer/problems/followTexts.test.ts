import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Disposable } from '../../../shared/lifecycle'
import { newDocument } from '../../../renderer/actions/documentActions'
import { setCurrentEditor } from '../../../renderer/editor/currentEditor'
import { modelOf } from '../../../renderer/editor/models'
import { removeTab } from '../../../renderer/editor/openTabs'
import { followTexts } from '../../../renderer/problems/followTexts'
import { useDocuments } from '../../../renderer/stores/documentsStore'
import { useProblems } from '../../../renderer/stores/problemsStore'
import { fakeBridge } from '../actions/fakeBridge'

vi.mock('../../../renderer/editor/monaco', async () => (await import('../actions/fakeMonaco')).fakeMonaco)

let following: Disposable
const listed = (): string[] => useProblems.getState().problems.map(({ line, message }) => `${line}: ${message}`)
const COLON = 'A colon is missing at the end of “if …”'

/** The editor's cursor stands on a line; moving it tells who listens. */
function cursorOn(lineNumber: number): () => void {
  let moved: () => void = () => undefined
  setCurrentEditor({
    hasTextFocus: () => true,
    getPosition: () => ({ lineNumber, column: 1 }),
    onDidChangeCursorPosition(listener: () => void) {
      moved = listener
      return { dispose: () => undefined }
    },
  } as unknown as Parameters<typeof setCurrentEditor>[0])
  return () => {
    setCurrentEditor(null)
    moved()
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  fakeBridge({ 'journal.put': () => null, 'journal.remove': () => null })
  useProblems.setState({ problems: [] })
  following = followTexts()
})

afterEach(() => {
  following.dispose()
  setCurrentEditor(null)
  for (const id of useDocuments.getState().order) removeTab(id)
  vi.useRealTimers()
})

it('a mistake is listed when nothing was typed for a while, and gone when it is put right', () => {
  const id = newDocument('a.py', 'if x\n    y\n')
  expect(listed()).toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(listed()).toEqual([`1: ${COLON}`])
  modelOf(id)?.setValue('if x:\n    y\n')
  vi.advanceTimersByTime(1_000)
  expect(listed()).toEqual([])
})

it('nothing is said of the line that is being written, until the cursor leaves it', () => {
  const leave = cursorOn(1)
  newDocument('a.py', 'if x\n')
  vi.advanceTimersByTime(1_000)
  expect(listed()).toEqual([])
  leave()
  vi.advanceTimersByTime(1_000)
  expect(listed()).toEqual([`1: ${COLON}`])
})

it('only programs are looked at, and a closed one leaves nothing behind', () => {
  newDocument('notes.md', 'if x\n')
  const id = newDocument('a.py', 'if x\n')
  vi.advanceTimersByTime(1_000)
  expect(useProblems.getState().problems.map(({ document }) => document)).toEqual([id])
  removeTab(id)
  expect(listed()).toEqual([])
})
