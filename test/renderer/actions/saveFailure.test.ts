import { describe, expect, it } from 'vitest'
import { AppError, ErrorCode } from '../../../shared/errors'
import { saveFailure } from '../../../renderer/actions/saveFailure'

describe('what is said when a save fails', () => {
  it('tells how much room is missing and that nothing changed', () => {
    const failure = saveFailure(new AppError('no-space', 'full', { needed: 5_000, free: 1_500 }), '/big.py', 'Pico')
    expect(failure.title).toBe('/big.py needs 5 KB; 1 KB are free.')
    expect(failure.text).toContain('Nothing changed')
    expect(failure.offers).toEqual(['large', 'computer'])
  })

  it('tells that the old version is still there when the copy differed', () => {
    const failure = saveFailure(new AppError('hash-mismatch', 'differs'), '/main.py', 'Pico')
    expect(failure.title).toBe('The copy differs from yours.')
    expect(failure.text).toBe('/main.py still holds the old version.')
    expect(failure.offers).toContain('again')
  })

  it('names the board that vanished, and what became of the file', () => {
    const failure = saveFailure(new AppError('port-gone', 'Pico vanished', { holds: 'old' }), '/main.py', 'Pico')
    expect(failure.title).toBe('Pico vanished while saving /main.py.')
    expect(failure.text).toContain('It holds the old version.')
  })

  it.each(ErrorCode.options)('leaves a way to keep the text after %s', (code) => {
    expect(saveFailure(new AppError(code, 'why'), '/main.py', 'Pico').offers).toContain('computer')
    expect(saveFailure(new AppError(code, 'why'), '/home/a.py', null).offers).toContain('again')
  })
})
