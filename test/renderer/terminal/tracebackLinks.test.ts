import { expect, it } from 'vitest'
import { tracebackPlaces } from '../../../renderer/terminal/tracebackLinks'

it('finds the line that a traceback names, whichever file it is in', () => {
  expect(tracebackPlaces('  File "<stdin>", line 7, in <module>')).toEqual([{ file: '<stdin>', line: 7, start: 2, end: 24 }])
  expect(tracebackPlaces('  File "/lib/a b.py", line 3')).toMatchObject([{ file: '/lib/a b.py', line: 3 }])
})

it('makes no link of other text, nor of an endless line', () => {
  expect(tracebackPlaces('the file "x" has line 3')).toEqual([])
  expect(tracebackPlaces(`${'x'.repeat(5_000)}File "a.py", line 3`)).toEqual([])
})
