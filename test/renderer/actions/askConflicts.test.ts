import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConflictChoice, Transferred } from '../../../shared/board'
import { AppError } from '../../../shared/errors'
import { askConflicts, transferText } from '../../../renderer/actions/askConflicts'
import { type Question, useDialogs } from '../../../renderer/stores/dialogsStore'

const done: Transferred = { files: 1, bytes: 3, same: 0, skipped: 0 }
let asked: ConflictChoice[] = []

function transfer(conflict: ConflictChoice): Promise<Transferred> {
  asked.push(conflict)
  return conflict === 'refuse'
    ? Promise.reject(new AppError('exists', 'there', { count: 12, paths: Array.from({ length: 12 }, (_, at) => `/f${at}.py`).join('\n') }))
    : Promise.resolve(done)
}

async function question(): Promise<Question> {
  return await vi.waitFor(() => {
    const [first] = useDialogs.getState().queue
    if (first?.type !== 'question') throw new Error('nothing is asked')
    return first
  })
}

beforeEach(() => {
  asked = []
  useDialogs.setState({ queue: [] })
})

describe('a transfer onto files that are there', () => {
  it.each(['replace', 'skip'] as const)('asks which files, and does as told: %s', async (choice) => {
    const result = askConflicts('on the board', transfer)
    const shown = await question()
    expect(shown.title).toBe('Replace 12 files on the board?')
    expect(shown.details).toContain('/f0.py')
    expect(shown.details?.at(-1)).toBe('and 4 more')
    shown.answer(choice)
    expect(await result).toEqual(done)
    expect(asked).toEqual(['refuse', choice])
  })

  it('writes nothing when called off', async () => {
    const result = askConflicts('on the board', transfer)
    ;(await question()).answer('cancel')
    expect(await result).toBeNull()
    expect(asked).toEqual(['refuse'])
  })

  it('two names that can’t both be there are a failure, not a question', async () => {
    await expect(
      askConflicts('on the computer', () => Promise.reject(new AppError('exists', 'one file on this computer'))),
    ).rejects.toMatchObject({ code: 'exists' })
  })

  it('says what was left as it was', () => {
    expect(transferText({ files: 1, bytes: 3, same: 2, skipped: 1 }, 'on the board')).toBe(
      '1 file on the board, 2 the same already, 1 skipped',
    )
    expect(transferText({ files: 0, bytes: 0, same: 2, skipped: 0 }, 'on the board')).toBe('2 the same already')
  })
})
