import { describe, expect, it } from 'vitest'
import type { SyncEntry, SyncLine, SyncMode, UnusableReason } from '../../../shared/sync'
import { checkNamesForBoard, checkNamesForDisk } from '../../../main/board/boardTree'
import { planLines } from '../../../main/board/syncPlanner'
import { fitPlan } from '../../../main/board/syncSpace'
import type { SyncTree } from '../../../main/board/syncTree'

/** A tree whose files' hashes are their texts; null is a folder. */
function treeOf(files: Record<string, string | null>): SyncTree {
  const entries = Object.entries(files).map(([path, text]): [string, SyncEntry] => [
    path,
    text === null ? { kind: 'folder', size: 0 } : { kind: 'file', size: text.length, sha256: text },
  ])
  return { entries: new Map(entries), unusable: new Map<string, UnusableReason>(), excluded: 0 }
}

function linesOf(
  here: SyncTree,
  board: SyncTree,
  last: Record<string, string> | null = null,
  mode: SyncMode = 'both',
  isWritable = true,
): SyncLine[] {
  return planLines({ here, board, last: last === null ? null : new Map(Object.entries(last)), mode, isWritable })
}

const told = (lines: SyncLine[]): string[] => lines.map(({ path, status, action }) => `${path} ${status} ${action}`)

describe('a plan', () => {
  const here = treeOf({ same: 's', mine: '2', theirs: '1', both: '2', new: 'n', kept: '1', 'gone there': '1' })
  const board = treeOf({ same: 's', mine: '1', theirs: '2', both: '3', kept: '1', 'gone here': '1', data: 'd' })
  const last = { same: 's', mine: '1', theirs: '1', both: '1', kept: '1', 'gone there': '1', 'gone here': '1' }

  it.each<[SyncMode, Record<string, string>]>([
    ['upload', { both: 'ask', data: 'keep', 'gone here': 'keep', 'gone there': 'ask', mine: 'upload', new: 'upload', theirs: 'ask' }],
    [
      'mirror',
      { both: 'ask', data: 'delete', 'gone here': 'delete', 'gone there': 'upload', mine: 'upload', new: 'upload', theirs: 'ask' },
    ],
    ['download', { both: 'ask', data: 'download', 'gone here': 'ask', 'gone there': 'keep', mine: 'ask', new: 'keep', theirs: 'download' }],
    ['both', { both: 'ask', data: 'download', 'gone here': 'ask', 'gone there': 'ask', mine: 'upload', new: 'upload', theirs: 'download' }],
  ])('%s never deletes or reverts what the user does not know of', (mode, actions) => {
    const changes = linesOf(here, board, last, mode).filter(({ status }) => status !== 'same')
    expect(Object.fromEntries(changes.map(({ path, action }) => [path, action]))).toEqual(actions)
  })

  it('without an earlier sync different contents are just that', () => {
    expect(told(linesOf(treeOf({ a: '1' }), treeOf({ a: '2' })))).toEqual(['a different ask'])
    expect(told(linesOf(treeOf({ a: '1' }), treeOf({ a: '2' }), null, 'upload'))).toEqual(['a different upload'])
  })

  it('a folder in a file’s place, and all in it, is left to the user', () => {
    const lines = linesOf(treeOf({ a: '1' }), treeOf({ a: null, 'a/b': '2' }), null, 'mirror')
    expect(told(lines)).toEqual(['a clash ask', 'a/b clash ask'])
    expect(lines.flatMap(({ choices }) => choices)).toEqual(['keep', 'keep'])
  })

  it('a source that can’t be written offers no download', () => {
    const [line] = linesOf(treeOf({ a: '1' }), treeOf({ a: '2' }), null, 'upload', false)
    expect(line?.choices).toEqual(['keep', 'upload', 'delete'])
  })

  it('names that one side can’t have are said, and nothing is tried', () => {
    const ours = treeOf({ 'deep/a.py': '1', deep: null })
    const theirs = treeOf({ 'aux.py': '1', 'A.py': '2', 'a.py': '3' })
    checkNamesForBoard(theirs, ours, '/', false)
    checkNamesForDisk(ours, theirs, 'win32')
    const lines = linesOf(ours, theirs)
    expect(lines.map(({ path, status, why }) => `${path} ${status} ${why ?? ''}`)).toEqual([
      'A.py only-on-board ',
      'a.py unusable same-name',
      'aux.py unusable name-here',
      'deep unusable name-on-board',
      'deep/a.py unusable name-on-board',
    ])
  })

  it('a file that can’t be read is not copied', () => {
    const ours = treeOf({})
    ours.entries.set('a.py', { kind: 'file', size: 3 })
    expect(linesOf(ours, treeOf({}))).toMatchObject([{ status: 'unusable', why: 'unreadable', action: 'keep', choices: ['keep'] }])
  })
})

describe('the room that a plan needs', () => {
  const upload = (size: number, old = 0): SyncLine => ({
    path: 'x',
    status: 'only-here',
    here: { kind: 'file', size },
    board: old === 0 ? null : { kind: 'file', size: old },
    action: 'upload',
    choices: [],
  })
  const remove = (size: number): SyncLine => ({ ...upload(0, size), here: null, action: 'delete' })

  it('counts each new copy beside its old version', () => {
    expect(fitPlan([upload(100, 100), upload(100, 100)], 100)).toEqual({ order: 'copy-first' })
    expect(fitPlan([upload(100, 100)], 99)).toEqual({ order: 'none', needed: 100 })
  })

  it('deletes first only where there is no other way', () => {
    expect(fitPlan([upload(100), remove(60)], 100)).toEqual({ order: 'copy-first' })
    expect(fitPlan([upload(100), remove(60)], 40)).toEqual({ order: 'delete-first' })
    expect(fitPlan([upload(100), remove(60)], 39)).toEqual({ order: 'none', needed: 40 })
  })
})
