import { describe, expect, it } from 'vitest'
import { promptQuestion } from '../../../renderer/actions/needsPrompt'

describe('the question before a program is stopped', () => {
  it('offers to start the program again after saving', () => {
    const question = promptQuestion('Saving', 'blink.py')
    expect(question.title).toBe('blink.py is running')
    expect(question.choices.map(({ id, label }) => `${id}: ${label}`)).toEqual([
      'stop: Stop and save',
      'restart: Stop, save, start again',
      'cancel: Cancel',
    ])
  })

  it('does not offer to start the old program again after running another', () => {
    expect(promptQuestion('Running', '').choices.map(({ label }) => label)).toEqual(['Stop and run', 'Cancel'])
  })

  it('says that it does not know when nothing is known of the program', () => {
    expect(promptQuestion('Listing files', '').title).toBe('A program may be running')
  })
})
