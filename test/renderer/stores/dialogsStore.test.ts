import { describe, expect, it } from 'vitest'
import { type Choice, firstFocus } from '../../../renderer/stores/dialogsStore'

const choices = (...list: [id: string, kind: Choice['kind']][]): Choice[] => list.map(([id, kind]) => ({ id, label: id, kind }))

describe('Enter in a question', () => {
  it('does not delete: where something is destroyed, Cancel has the focus', () => {
    expect(firstFocus(choices(['delete', 'danger'], ['cancel', 'plain']))).toBe('cancel')
    expect(firstFocus(choices(['keep', 'danger'], ['theirs', 'plain'], ['cancel', 'plain']))).toBe('cancel')
    expect(firstFocus(choices(['erase', 'danger']))).toBeUndefined()
  })

  it('does what is meant most of the time', () => {
    expect(firstFocus(choices(['save', 'primary'], ['discard', 'plain'], ['cancel', 'plain']))).toBe('save')
    expect(firstFocus(choices(['plug', 'plain'], ['cancel', 'plain']))).toBe('plug')
    expect(firstFocus(choices(['cancel', 'plain'], ['save', 'primary'], ['discard', 'danger']))).toBe('save')
  })
})
