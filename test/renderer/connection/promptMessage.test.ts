import { expect, it } from 'vitest'
import { promptMessage } from '../../../renderer/connection/promptMessage'
import { AppError } from '../../../shared/errors'

it('says what was tried with a board that does not answer, and offers only a reset that works', () => {
  const silent = new AppError('no-prompt', 'No prompt', { rungs: 'Ctrl-C, leave raw mode' })
  expect(promptMessage(silent, 'COM5', true)).toEqual({
    title: 'COM5 doesn’t answer',
    text: 'Tried Ctrl-C, leave raw mode. A hard reset starts it anew.',
    offerHardReset: true,
  })
  const message = promptMessage(silent, 'COM5', false)
  expect(message?.offerHardReset).toBe(false)
  expect(message?.text).toContain('reset button')
})

it('tells a board with other firmware from one that is silent', () => {
  expect(promptMessage(new AppError('not-micropython', ''), 'COM5', true)?.title).toContain('not MicroPython')
  expect(promptMessage(new AppError('port-gone', ''), 'COM5', true)).toBeNull()
})

it('says why a serial monitor takes no job', () => {
  const message = promptMessage(new AppError('not-micropython', '', { monitor: true }), 'COM5', true)
  expect(message?.title).toBe('COM5 is used as a serial monitor')
  expect(message?.offerHardReset).toBe(false)
})

it.each([
  ['a line of what it says', { said: 'temperature 21.5', echo: false, binary: false }, 'It says “temperature 21.5”.'],
  ['that it only echoes', { said: '', echo: true, binary: false }, 'It only sends back what it gets.'],
  ['that it is no text', { said: '', echo: false, binary: true }, 'What it sends is no text'],
])('tells of other firmware %s, and what to do when it was MicroPython after all', (_, details, sentence) => {
  const message = promptMessage(new AppError('not-micropython', '', details), 'COM5', false)
  expect(message?.text).toContain(sentence)
  expect(message?.text).toContain('reset button')
})
