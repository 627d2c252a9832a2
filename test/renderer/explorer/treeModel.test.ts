import { describe, expect, it } from 'vitest'
import { isWithin } from '../../../shared/boardPath'
import {
  emptyTree,
  findEntry,
  nodesOf,
  sortEntries,
  topmost,
  type TreeEntry,
  type TreeNode,
  withExpanded,
  withLevel,
  withLoading,
} from '../../../renderer/explorer/treeModel'

const file = (path: string, size = 1): TreeEntry => ({ name: path.slice(path.lastIndexOf('/') + 1), path, kind: 'file', size })
const folder = (path: string): TreeEntry => ({ ...file(path, 0), kind: 'folder' })
const paths = (nodes: readonly TreeNode[]): string[] => nodes.flatMap((node) => [node.entry.path, ...paths(node.children)])

describe('the tree of files', () => {
  it('finds files where people look for them: folders first, a2 before a10, letters without regard to case', () => {
    const sorted = sortEntries([file('/a10.py'), file('/B.py'), file('/a2.py'), folder('/z'), folder('/lib')])
    expect(sorted.map((entry) => entry.name)).toEqual(['lib', 'z', 'a2.py', 'a10.py', 'B.py'])
  })

  it('keeps the same order of names that differ in case alone, whichever came first', () => {
    const names = (entries: TreeEntry[]): string[] => sortEntries(entries).map((entry) => entry.name)
    expect(names([file('/A'), file('/a')])).toEqual(names([file('/a'), file('/A')]))
  })

  it('shows what is below a folder only while it is open', () => {
    let tree = withLevel(emptyTree, '/', [folder('/lib'), file('/main.py')], 1, isWithin)
    tree = withLevel(tree, '/lib', [file('/lib/x.py')], 2, isWithin)
    expect(paths(nodesOf(tree, '/'))).toEqual(['/lib', '/main.py'])
    expect(paths(nodesOf(withExpanded(tree, '/lib', true), '/'))).toEqual(['/lib', '/lib/x.py', '/main.py'])
    expect(paths(nodesOf(withExpanded(withExpanded(tree, '/lib', true), '/lib', false), '/'))).toEqual(['/lib', '/main.py'])
  })

  it('forgets what was below a folder that is gone, and keeps its neighbours with a like name', () => {
    let tree = withLevel(emptyTree, '/', [folder('/lib'), folder('/lib2')], 1, isWithin)
    tree = withLevel(tree, '/lib', [file('/lib/x.py')], 1, isWithin)
    tree = withLevel(tree, '/lib2', [file('/lib2/y.py')], 1, isWithin)
    tree = withExpanded(withExpanded(tree, '/lib', true), '/lib2', true)
    const after = withLevel(tree, '/', [folder('/lib2')], 2, isWithin)
    expect(findEntry(after, '/lib/x.py')).toBeNull()
    expect([...after.expanded]).toEqual(['/lib2'])
    expect(paths(nodesOf(after, '/'))).toEqual(['/lib2', '/lib2/y.py'])
  })

  it('forgets the files of a folder that became a file', () => {
    let tree = withLevel(emptyTree, '/', [folder('/lib')], 1, isWithin)
    tree = withLevel(tree, '/lib', [file('/lib/x.py')], 1, isWithin)
    expect(findEntry(withLevel(tree, '/', [file('/lib')], 2, isWithin), '/lib/x.py')).toBeNull()
  })

  it('stops showing that a folder is being listed as soon as it was', () => {
    const tree = withLoading(emptyTree, '/', true)
    expect(tree.loading.has('/')).toBe(true)
    expect(withLevel(tree, '/', [], 1, isWithin).loading.has('/')).toBe(false)
  })

  it('does not hang on a board that nests without end', () => {
    // A folder that lists itself is what a hostile board could send.
    const tree = withExpanded(withLevel(emptyTree, '/', [folder('/')], 1, isWithin), '/', true)
    expect(paths(nodesOf(tree, '/')).length).toBeLessThan(100)
  })

  it('deletes or moves a folder once, not also what is in it', () => {
    expect(topmost(['/lib', '/lib/x.py', '/library', '/main.py'], isWithin)).toEqual(['/lib', '/library', '/main.py'])
  })
})
