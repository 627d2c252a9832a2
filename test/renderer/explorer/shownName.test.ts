import { expect, it } from 'vitest'
import { shownName } from '../../../renderer/explorer/shownName'

it('does not let a board pass a program off as a picture', () => {
  expect(shownName('\u202egnp.py')).toBe('\ufffdgnp.py')
  expect(shownName('שלום.py')).toBe('שלום.py')
})

it('draws no more of a name than people can read', () => {
  expect(shownName('x'.repeat(4_000)).length).toBeLessThan(1_000)
})
