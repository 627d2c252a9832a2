import { expect, it } from 'vitest'
import { promptMessage } from '../../../renderer/connection/promptMessage'
import { AppError } from '../../../shared/errors'

it('says what was tried with a board that does not answer, and offers only a reset that works', () => {
  const silent = new AppError('no-prompt', 'No prompt', { rungs: 'Ctrl-C, leave raw mode' })
  expect(promptMessage(silent, 'COM5', true)).toEqual({ title: 'COM5 doesn’t answer', text: 'Tried Ctrl-C, leave raw mode. A hard reset starts it anew.', offerHardReset: true })
  const message = promptMessage(silent, 'COM5', false)
  expect(message?.offerHardReset).toBe(false)
  expect(message?.text).toContain('reset button')
})

it('tells a board with other firmware from one that is silent', () => {
  expect(promptMessage(new AppError('not-micropython', ''), 'COM5', true)?.title).toContain('not MicroPython')
  expect(promptMessage(new AppError('port-gone', ''), 'COM5', true)).toBeNull()
})
