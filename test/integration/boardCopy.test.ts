import { afterEach, beforeEach, expect, it } from 'vitest'
import { boardFiles, putOnBoard } from '../rig/syncFolder'
import { type TwoBoards, twoBoards } from '../rig/twoBoards'

let boards: TwoBoards

beforeEach(async () => {
  boards = await twoBoards()
})

afterEach(async () => {
  await boards.dispose()
})

const WIPE = 'import os\nfor e in os.ilistdir("/"):\n  if e[1] == 0x8000:\n    os.remove("/" + e[0])\n'

it('a folder goes from one board to another, in both directions at the same time, and nothing waits for ever', async () => {
  const { first, second } = boards
  await first.run('wipe.py', WIPE, 'refuse')
  await second.run('wipe.py', WIPE, 'refuse')
  await putOnBoard(first, { '/lib/a.py': 'from one', '/both.py': 'one' })
  await putOnBoard(second, { '/lib/b.py': 'from two', '/both.py': 'two' })
  const there = await second.files.sync.planCopy(first.files.sync, '/lib', '/lib', 'upload', 'refuse')
  expect(there.source).toMatchObject({ kind: 'board', session: first.id, folder: '/lib' })
  const back = await first.files.sync.planCopy(second.files.sync, '/lib', '/lib', 'upload', 'refuse')
  const results = await Promise.all([second.files.sync.carryOut(there.id, [], 'refuse'), first.files.sync.carryOut(back.id, [], 'refuse')])
  expect(results).toMatchObject([
    { ended: 'done', uploaded: 1, proven: 1 },
    { ended: 'done', uploaded: 1, proven: 1 },
  ])
  const lib = { '/lib/a.py': 'from one', '/lib/b.py': 'from two' }
  expect(await boardFiles(first)).toEqual({ ...lib, '/both.py': 'one' })
  expect(await boardFiles(second)).toEqual({ ...lib, '/both.py': 'two' })
})

it('a board is not copied onto itself, and another board’s mirror is its twin', async () => {
  const { first, second } = boards
  await expect(first.files.sync.planCopy(first.files.sync, '/', '/', 'mirror', 'refuse')).rejects.toMatchObject({ code: 'not-available' })
  await putOnBoard(first, { '/only/one.py': '1' })
  await putOnBoard(second, { '/only/two.py': '2' })
  const mirror = await second.files.sync.planCopy(first.files.sync, '/', '/', 'mirror', 'refuse')
  expect(await second.files.sync.carryOut(mirror.id, [], 'refuse')).toMatchObject({ ended: 'done', left: [] })
  expect(await boardFiles(second)).toEqual(await boardFiles(first))
})
