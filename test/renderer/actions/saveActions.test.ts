import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SessionSnapshot } from '../../../shared/board'
import { AppError } from '../../../shared/errors'
import type { DocumentRef } from '../../../shared/layout'
import type { Disposable } from '../../../shared/lifecycle'
import { flushJournal } from '../../../renderer/actions/journalActions'
import { closeDocument, newDocument, openDocument, save } from '../../../renderer/actions/documentActions'
import { startDocuments } from '../../../renderer/actions/startDocuments'
import { modelOf, textOf } from '../../../renderer/editor/models'
import { removeTab } from '../../../renderer/editor/openTabs'
import { encodeText, sha256 } from '../../../renderer/editor/textCodec'
import { useDialogs } from '../../../renderer/stores/dialogsStore'
import { useDocuments } from '../../../renderer/stores/documentsStore'
import { useLayout } from '../../../renderer/stores/layoutStore'
import { useNotices } from '../../../renderer/stores/noticesStore'
import { useSessions } from '../../../renderer/stores/sessionsStore'
import { fakeBridge } from './fakeBridge'

vi.mock('../../../renderer/editor/monaco', async () => (await import('./fakeMonaco')).fakeMonaco)

const FILE: DocumentRef = { side: 'board', board: 'virtual', path: '/main.py' }
const ID = 'board:virtual:/main.py'
const session = { id: 's1', boardKey: 'virtual', port: { name: 'Virtual board' }, state: { kind: 'ready' } } as SessionSnapshot
const doc = () => useDocuments.getState().documents[ID]
const type = (id: string, text: string) => modelOf(id)?.setValue(text)

/** Answers the question that is shown, as soon as there is one. */
async function answer(id: string): Promise<void> {
  await vi.waitFor(() => expect(useDialogs.getState().queue).toHaveLength(1))
  const [question] = useDialogs.getState().queue
  question?.answer(id)
}

let started: Disposable | null = null

async function start(): Promise<void> {
  started?.dispose()
  started = await startDocuments()
}

afterEach(() => started?.dispose())

beforeEach(async () => {
  for (const id of useDocuments.getState().order) removeTab(id)
  useNotices.setState({ notices: [] })
  useSessions.setState({ sessions: { s1: session }, active: 's1' })
  useLayout.setState({ tabs: [], activeTab: null })
  fakeBridge({ 'journal.list': () => [] })
  await start()
})

/** A board with one file; the write can be held up or made to fail. */
function boardWith(text: string, write: () => Promise<void> = () => Promise.resolve()) {
  let held = encodeText(text)
  const journal = new Map<string, string>()
  const asked = fakeBridge({
    'board.readFile': () => held,
    'board.writeFile': async ({ path, bytes, expected }) => {
      await write()
      if (expected !== undefined && expected !== (await sha256(held))) throw new AppError('changed-elsewhere', 'changed')
      held = new Uint8Array(bytes)
      return { path, size: bytes.length, sha256: await sha256(held), proven: true }
    },
    'journal.put': ({ entry }) => journal.set(entry.id, entry.text),
    'journal.remove': ({ id }) => journal.delete(id),
    'journal.list': () => [],
  })
  return {
    asked,
    journal,
    text: () => new TextDecoder().decode(held),
    changeElsewhere: (other: string) => {
      held = encodeText(other)
    },
  }
}

describe('saving to the board', () => {
  it('does not call text saved that was typed while the board was writing', async () => {
    let finish = (): void => undefined
    const board = boardWith('old', () => new Promise((resolve) => (finish = resolve)))
    await openDocument(FILE)
    type(ID, 'one')
    const saving = save(ID)
    await vi.waitFor(() => expect(board.asked.some(({ name }) => name === 'board.writeFile')).toBe(true))
    expect(doc()?.saving).toBe(true)
    type(ID, 'one two')
    finish()
    expect(await saving).toBe(true)
    expect(board.text()).toBe('one')
    expect(doc()).toMatchObject({ unsaved: true, saving: false, proven: false })
  })

  it('asks before it overwrites what someone else saved, and can keep either text', async () => {
    const board = boardWith('old')
    await openDocument(FILE)
    type(ID, 'mine')
    board.changeElsewhere('theirs')
    const calledOff = save(ID)
    await answer('cancel')
    expect(await calledOff).toBe(false)
    expect(board.text()).toBe('theirs')
    expect(doc()).toMatchObject({ unsaved: true })
    const taken = save(ID)
    await answer('theirs')
    await taken
    expect(textOf(ID)?.text).toBe('theirs')
    expect(doc()).toMatchObject({ unsaved: false, changedElsewhere: false })
    type(ID, 'mine')
    board.changeElsewhere('theirs again')
    const kept = save(ID)
    await answer('keep')
    expect(await kept).toBe(true)
    expect(board.text()).toBe('mine')
  })

  it('keeps the text unsaved, and says why, when the save fails', async () => {
    boardWith('old', () => Promise.reject(new AppError('no-space', 'full', { needed: 2_048, free: 1_024 })))
    await openDocument(FILE)
    type(ID, 'big')
    expect(await save(ID)).toBe(false)
    expect(doc()).toMatchObject({ unsaved: true, saving: false })
    expect(useNotices.getState().notices.map(({ title }) => title)).toEqual(['/main.py needs 2 KB; 1 KB are free.'])
  })

  it('asks once before a program that never pauses becomes what the board runs at power-up', async () => {
    const board = boardWith('old')
    await openDocument(FILE)
    type(ID, 'while True:\n    pass\n')
    const calledOff = save(ID)
    await answer('cancel')
    expect(await calledOff).toBe(false)
    expect(board.text()).toBe('old')
    const saved = save(ID)
    await answer('save')
    expect(await saved).toBe(true)
    type(ID, 'while True:\n    x = 1\n')
    expect(await save(ID)).toBe(true)
    expect(board.text()).toBe('while True:\n    x = 1\n')
  })

  it('does not lose text when the board is away', async () => {
    boardWith('old')
    await openDocument(FILE)
    type(ID, 'mine')
    useSessions.setState({ sessions: {} })
    expect(await save(ID)).toBe(false)
    expect(doc()).toMatchObject({ unsaved: true })
    expect(useNotices.getState().notices[0]?.title).toContain('isn’t connected')
  })
})

describe('the journal', () => {
  it('holds the text of somebody who types without a pause', async () => {
    const board = boardWith('')
    vi.useFakeTimers()
    try {
      const id = newDocument('essay.py', '')
      for (let typed = 1; typed <= 20; typed++) {
        type(id, 'x'.repeat(typed))
        await vi.advanceTimersByTimeAsync(100)
      }
      expect(board.journal.get(id)?.length).toBeGreaterThan(15)
    } finally {
      vi.useRealTimers()
    }
  })

  it('has unsaved text when the window is closed, and lets it go once it is saved', async () => {
    const board = boardWith('old')
    await openDocument(FILE)
    type(ID, 'unsaved')
    await flushJournal()
    expect(board.journal.get(ID)).toBe('unsaved')
    await save(ID)
    await flushJournal()
    expect(board.journal.size).toBe(0)
  })

  it('lets text go that the user threw away, and only that', async () => {
    const board = boardWith('old')
    const id = newDocument('notes.py', 'x = 1')
    await flushJournal()
    expect(board.journal.get(id)).toBe('x = 1')
    const kept = closeDocument(id)
    await answer('cancel')
    expect(await kept).toBe(false)
    expect(board.journal.get(id)).toBe('x = 1')
    const closed = closeDocument(id)
    await answer('discard')
    expect(await closed).toBe(true)
    expect(board.journal.size).toBe(0)
  })

  it('brings unsaved text back while its board is away', async () => {
    useSessions.setState({ sessions: {} })
    fakeBridge({ 'journal.list': () => [{ id: ID, document: FILE, text: 'kept', base: null, at: 1 }] })
    await start()
    expect(doc()).toMatchObject({ status: 'text', unsaved: true })
    expect(textOf(ID)?.text).toBe('kept')
  })

  it('brings text back as saved when the file holds it already', async () => {
    const file: DocumentRef = { side: 'computer', path: '/home/a.py' }
    const id = 'computer:/home/a.py'
    fakeBridge({
      'journal.list': () => [{ id, document: file, text: 'same', base: null, at: 1 }],
      'journal.remove': () => null,
      'workspace.readFile': () => ({ bytes: encodeText('same'), mtime: 5 }),
    })
    await start()
    await vi.waitFor(() => expect(useDocuments.getState().documents[id]).toMatchObject({ unsaved: false, mtime: 5 }))
  })
})
