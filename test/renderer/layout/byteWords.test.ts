import { expect, it } from 'vitest'
import { byteWords } from '../../../renderer/layout/byteWords'

it('says how much is free in words that fit the status bar', () => {
  expect([0, 999, 1_024, 145_408, 1_153_434, 2_097_152, 5 * 1_024 ** 4].map(byteWords)).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '142 KB',
    '1.1 MB',
    '2.0 MB',
    '5.0 TB',
  ])
})
