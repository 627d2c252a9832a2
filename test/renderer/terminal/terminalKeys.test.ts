import { describe, expect, it } from 'vitest'
import { type KeyLike, keyTarget } from '../../../renderer/terminal/terminalKeys'

function key(name: string): KeyLike {
  const parts = name.split('+')
  return {
    type: 'keydown',
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Cmd'),
  }
}

describe('where a key pressed in the terminal goes', () => {
  it('interrupts by Ctrl+C without a selection, and copies with one', () => {
    expect(keyTarget(key('Ctrl+c'), false, false)).toBe('board')
    expect(keyTarget(key('Ctrl+c'), true, false)).toBe('copy')
  })

  it.each([
    'Ctrl+a',
    'Ctrl+b',
    'Ctrl+d',
    'Ctrl+e',
    'Ctrl+v',
    'Ctrl+j',
    'Ctrl+p',
    'Ctrl+s',
    'Ctrl+w',
    'Ctrl+\\',
    'Ctrl+ArrowLeft',
    'Tab',
    'a',
    'Enter',
    'ArrowUp',
    'Alt+x',
  ])('gives %s to the board', (name) => {
    expect(keyTarget(key(name), true, false)).toBe('board')
  })

  it.each(['F1', 'F5', 'Shift+F5', 'Ctrl+F2', 'Ctrl+`', 'Ctrl+,', 'Ctrl+Shift+P', 'Ctrl+Shift+M', 'Ctrl+Shift+B'])(
    'leaves %s to the window',
    (name) => {
      expect(keyTarget(key(name), false, false)).toBe('app')
    },
  )

  it('copies and pastes by Ctrl+Shift+C and V, and lets Shift+Tab out', () => {
    expect(keyTarget(key('Ctrl+Shift+C'), false, false)).toBe('copy')
    expect(keyTarget(key('Ctrl+Shift+V'), false, false)).toBe('native')
    expect(keyTarget(key('Ctrl+Shift+F'), false, false)).toBe('find')
    expect(keyTarget(key('Shift+Tab'), false, false)).toBe('native')
  })

  it('keeps AltGr letters for the board, which some systems report as Ctrl+Alt', () => {
    expect(keyTarget(key('Ctrl+Alt+@'), false, false)).toBe('board')
  })

  it('on macOS copies by Cmd and interrupts by Control', () => {
    expect(keyTarget(key('Cmd+c'), true, true)).toBe('copy')
    expect(keyTarget(key('Cmd+v'), false, true)).toBe('native')
    expect(keyTarget(key('Ctrl+c'), false, true)).toBe('board')
    expect(keyTarget(key('Cmd+p'), false, true)).toBe('app')
  })
})
