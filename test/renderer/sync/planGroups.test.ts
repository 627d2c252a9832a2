import { expect, it } from 'vitest'
import { choiceList, groupLines, planTotals } from '../../../renderer/sync/planGroups'
import type { SyncLine } from '../../../shared/sync'

const file = (size: number) => ({ kind: 'file' as const, size, sha256: 'x' })
const line = (path: string, patch: Partial<SyncLine>): SyncLine => ({
  path,
  status: 'different',
  here: file(10),
  board: file(4),
  action: 'upload',
  choices: ['upload', 'download', 'keep'],
  ...patch,
})

const lines = [
  line('a', {}),
  line('b', { status: 'conflict', action: 'ask' }),
  line('c', { status: 'same', action: 'keep', choices: ['keep'] }),
  line('d', { status: 'only-on-board', here: null, action: 'delete', choices: ['delete', 'keep'] }),
]

it('what somebody has to decide comes first, what is the same last', () => {
  expect(groupLines(lines).map(({ group, lines: each }) => [group, each.map(({ path }) => path)])).toEqual([
    ['ask', ['b']],
    ['upload', ['a']],
    ['delete', ['d']],
    ['same', ['c']],
  ])
})

it('the button’s number and the room that is left follow the choices', () => {
  expect(planTotals(lines, {}, 100)).toMatchObject({ work: 2, asks: 1, up: 10, down: 0, same: 1, freeAfter: 98 })
  expect(planTotals(lines, { b: 'download', d: 'keep' }, 100)).toMatchObject({ work: 2, asks: 0, down: 4, deletes: 0, freeAfter: 94 })
  expect(planTotals(lines, {}, null).freeAfter).toBeNull()
})

it('a choice that a line can’t have changes nothing', () => {
  expect(planTotals(lines, { c: 'delete' }, null)).toMatchObject({ work: 2, same: 1 })
  expect(choiceList({ a: 'keep' })).toEqual([{ path: 'a', action: 'keep' }])
})
