import { expect, test } from 'vitest'
import { progressText } from '../../../main/cli/progressLine'
import { humanSize, plainLines, plainText } from '../../../main/cli/plainText'
import { asTree, branches } from '../../../main/cli/treeLines'

test('a name from a board can’t move the cursor, turn the text around or make a second line', () => {
  expect(plainText('\u001b[2Ja\u0007\r\nb\u009b\u202ec\u2028')).toBe('�[2Ja���b��c�')
  expect(plainText('grün 日本 main.py')).toBe('grün 日本 main.py')
  expect(plainLines('Traceback:\r\n\tx\u001b[0m\ny')).toBe('Traceback:\n    x�[0m\ny')
})

test('sizes are short', () => {
  expect([0, 1_023, 1_024, 1_536, 5 * 1024 * 1024].map(humanSize)).toEqual(['0', '1023', '1.0K', '1.5K', '5.0M'])
})

test('progress says how far it is, as far as that is known', () => {
  expect(progressText('Copying a\u001b', { done: 512, total: 2_048, unit: 'bytes' })).toBe('Copying a�   25%  512')
  expect(progressText('Deleting', { done: 3, unit: 'files' })).toBe('Deleting  3')
  expect(progressText('Empty', { done: 0, total: 0, unit: 'bytes' })).toBe('Empty  0')
})

test('a tree shows folders first, and what is in them', () => {
  const top = { name: '/', path: '/', kind: 'folder', size: 0 } as const
  const tree = asTree(top, [
    { path: '/b.py', kind: 'file', size: 12 },
    { path: '/lib', kind: 'folder', size: 0 },
    { path: '/lib/a.py', kind: 'file', size: 3 },
  ])
  expect(branches(tree, (size) => String(size))).toEqual(['├── lib', '│   └── [3]  a.py', '└── [12]  b.py'])
})
