import { expect, it } from 'vitest'
import { deletionText } from '../../../renderer/explorer/deletionText'

it('says how much is deleted, so that nobody loses a folder for a file', () => {
  expect(deletionText(['a.py'], 1, false)).toBe('a.py')
  expect(deletionText(['lib'], 12, true)).toBe('lib with 12 files')
  expect(deletionText(['lib'], 1, true)).toBe('lib with 1 file')
  expect(deletionText(['lib'], 0, true)).toBe('lib with 0 files')
  expect(deletionText(['a.py', 'b.py'], 2, false)).toBe('2 files')
  expect(deletionText(['lib', 'b.py'], 5, true)).toBe('2 items with 5 files')
})
