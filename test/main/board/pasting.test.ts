import { describe, expect, it } from 'vitest'
import { isMultiLine, pastedText } from '../../../main/board/pasting'

describe('text from a clipboard', () => {
  it('line ends become the Enter key, whichever system they come from', () => {
    expect(pastedText('a\r\nb\nc\rd')).toBe('a\rb\rc\rd')
  })

  it('keeps tabs, umlauts and emoji, and drops what would press a control key', () => {
    expect(pastedText('\ta\u0003ä\u0004😀\u001b[A\u007f\u009b')).toBe('\taä😀[A')
  })

  it('one line with its Enter is typed, two lines are pasted', () => {
    expect(isMultiLine(pastedText('print(1)\n'))).toBe(false)
    expect(isMultiLine(pastedText('if x:\n  y()'))).toBe(true)
    expect(isMultiLine('')).toBe(false)
  })
})
