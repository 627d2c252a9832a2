import { describe, expect, it } from 'vitest'
import { percentDone, shownDuration, stateWords } from '../../../renderer/connection/stateWords'
import { everyState, snapshot } from './sessionSnapshots'

describe('the words of the connection state', () => {
  it('tells every state apart by its mark and its words', () => {
    const said = everyState.map((state) => stateWords(snapshot(state), 13_000))
    expect(said).toEqual([
      { mark: 'hollow', words: 'Not connected', ticking: '' },
      { mark: 'dashed', words: 'Opening COM5', ticking: '' },
      { mark: 'half', words: 'Watching, nothing sent', ticking: '' },
      { mark: 'full', words: 'Ready', ticking: '' },
      { mark: 'triangle', words: 'blink.py', ticking: '0:12' },
      { mark: 'bar', words: 'Saving main.py', ticking: '42%' },
      { mark: 'struck', words: 'Gone, waiting', ticking: '' },
    ])
  })

  it('has room for the lock of Watch only', () => {
    expect(stateWords({ ...snapshot({ kind: 'attached' }), watchOnly: true }, 0).words).toBe('Watching')
  })

  it('says Not connected without a session', () => {
    expect(stateWords(null, 0).words).toBe('Not connected')
  })

  it('says that a stop or a cancel is under way', () => {
    expect(stateWords(snapshot({ kind: 'running', program: { name: 'a.py', startedAt: 0, stopping: true } }), 0).words).toBe(
      'Stopping a.py',
    )
    expect(
      stateWords(snapshot({ kind: 'working', job: { id: 1, name: 'Saving a.py', cancellable: true, cancelling: true } }), 0).words,
    ).toBe('Cancelling: Saving a.py')
  })

  it('shows times as a clock, also when the clocks of board and window disagree', () => {
    expect([0, 59_999, 60_000, 3_723_000, -5_000].map(shownDuration)).toEqual(['0:00', '0:59', '1:00', '1:02:03', '0:00'])
  })

  it('never says 100% before the end, nor a percent of nothing', () => {
    expect(percentDone({ done: 999, total: 1_000, unit: 'bytes' })).toBe(99)
    expect(percentDone({ done: 5, unit: 'files' })).toBeNull()
    expect(percentDone({ done: 0, total: 0, unit: 'bytes' })).toBeNull()
    expect(percentDone({ done: 12, total: 10, unit: 'bytes' })).toBe(100)
  })
})
