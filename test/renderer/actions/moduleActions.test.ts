import { beforeEach, expect, it, vi } from 'vitest'
import type { SessionSnapshot } from '../../../shared/board'
import { AppError } from '../../../shared/errors'
import { newDocument } from '../../../renderer/actions/documentActions'
import { copyModule } from '../../../renderer/actions/moduleActions'
import { removeTab } from '../../../renderer/editor/openTabs'
import { singleFileModule } from '../../../renderer/problems/errorWords/importErrors'
import { useDocuments } from '../../../renderer/stores/documentsStore'
import { useNotices } from '../../../renderer/stores/noticesStore'
import { useSessions } from '../../../renderer/stores/sessionsStore'
import { fakeBridge } from './fakeBridge'

vi.mock('../../../renderer/editor/monaco', async () => (await import('./fakeMonaco')).fakeMonaco)

const session = {
  id: 's',
  boardKey: 'virtual',
  port: { name: 'Virtual board' },
  board: { root: '/flash' },
  state: { kind: 'ready' },
} as SessionSnapshot

beforeEach(() => {
  for (const id of useDocuments.getState().order) removeTab(id)
  useNotices.setState({ notices: [] })
  useSessions.setState({ sessions: { s: session }, active: 's' })
})

it.each([false, true])('a missing module that is open in a tab gets into the board’s folder lib, there already: %s', async (isThere) => {
  const written: [string, string][] = []
  fakeBridge({
    'journal.put': () => null,
    'board.makeFolder': ({ path }) => {
      expect(path).toBe('/flash/lib')
      if (isThere) throw new AppError('exists', 'there')
      return null
    },
    'board.list': () => ({ entries: [], storage: null }),
    'board.writeFile': ({ path, bytes }) => {
      written.push([path, new TextDecoder().decode(bytes)])
      return { path, size: bytes.length, sha256: 'x', proven: true }
    },
  })
  newDocument('helper.py', 'def add(a, b):\n    return a + b\n')
  await copyModule(session, 'helper')
  expect(written).toEqual([['/flash/lib/helper.py', 'def add(a, b):\n    return a + b\n']])
  expect(useNotices.getState().notices).toEqual([])
})

it('a failed copy says why', async () => {
  fakeBridge({
    'journal.put': () => null,
    'board.makeFolder': () => {
      throw new AppError('no-space', 'full')
    },
  })
  newDocument('helper.py', 'x = 1\n')
  await copyModule(session, 'helper')
  expect(useNotices.getState().notices[0]).toMatchObject({ title: 'helper.py could not be copied to the board', text: 'full' })
})

it.each([
  ["ImportError: no module named 'ssd1306'", 'ssd1306'],
  ["ImportError: no module named 'umqtt'", null],
  ["ImportError: no module named 'numpy'", null],
  ["ImportError: no module named 'network'", null],
  ["ImportError: no module named 'a.b'", null],
  ["ImportError: no module named '../../x'", null],
  ["NameError: name 'x' isn't defined", null],
])('%s is put right by one file: %s', (message, module) => {
  expect(singleFileModule(message)).toBe(module)
})
