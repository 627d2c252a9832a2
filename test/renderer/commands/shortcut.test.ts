import { describe, expect, it } from 'vitest'
import {
  belongsToTerminal,
  commandShortcuts,
  type KeyPress,
  matches,
  parseShortcut,
  shownShortcut,
} from '../../../renderer/commands/shortcut'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('keys of commands', () => {
  it('fits exactly the modifiers that are written', () => {
    const save = parseShortcut('Ctrl+S')
    expect(matches(save, press('s', { ctrlKey: true }), false)).toBe(true)
    expect(matches(save, press('s'), false)).toBe(false)
    expect(matches(save, press('S', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matches(save, press('s', { ctrlKey: true, altKey: true }), false)).toBe(false)
    expect(matches(parseShortcut('Ctrl+Shift+F5'), press('F5', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  })

  it('is Cmd on macOS, where Control goes to the board', () => {
    const save = parseShortcut('Ctrl+S')
    expect(matches(save, press('s', { metaKey: true }), true)).toBe(true)
    expect(matches(save, press('s', { ctrlKey: true }), true)).toBe(false)
  })

  it('works on keyboards of other scripts by the place of the key, but not when the letter is another Latin one', () => {
    const palette = parseShortcut('Ctrl+Shift+P')
    expect(matches(palette, press('З', { code: 'KeyP', ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(matches(palette, press('L', { code: 'KeyP', ctrlKey: true, shiftKey: true }), false)).toBe(false)
  })

  it('knows keys that have names', () => {
    expect(matches(parseShortcut('Ctrl+backquote'), press('`', { ctrlKey: true }), false)).toBe(true)
    expect(matches(parseShortcut('Ctrl+backquote'), press('Dead', { code: 'Backquote', ctrlKey: true }), false)).toBe(true)
    expect(matches(parseShortcut('Ctrl+comma'), press(',', { ctrlKey: true }), false)).toBe(true)
  })

  it('moves what a browser keeps to itself from Ctrl to Alt', () => {
    const shown = (keys: string, inBrowser: boolean) => commandShortcuts(keys, inBrowser).map((shortcut) => shownShortcut(shortcut, false))
    expect(['Ctrl+N', 'Ctrl+T', 'Ctrl+W', 'Ctrl+S'].flatMap((keys) => shown(keys, true))).toEqual(['Alt+N', 'Alt+T', 'Alt+W', 'Ctrl+S'])
    expect(shown('Ctrl+N', false)).toEqual(['Ctrl+N'])
    expect(shown('Shift+F5|Ctrl+F2', false)).toEqual(['Shift+F5', 'Ctrl+F2'])
    expect(commandShortcuts(undefined, false)).toEqual([])
  })

  it('leaves Ctrl and a letter to the board while the terminal has the focus', () => {
    const toBoard = (keys: string, mac = false) => belongsToTerminal(parseShortcut(keys), mac)
    expect(
      ['Ctrl+C', 'Ctrl+D', 'Ctrl+B', 'Ctrl+S', 'Ctrl+P', 'Shift+Enter', 'Alt+Z', 'Ctrl+Enter'].filter((keys) => !toBoard(keys)),
    ).toEqual([])
    expect(
      ['F5', 'Shift+F5', 'Ctrl+F2', 'F1', 'Ctrl+Shift+P', 'Ctrl+backquote', 'Ctrl+comma', 'Ctrl+plus', 'Ctrl+=', 'Ctrl+minus'].filter(
        (keys) => toBoard(keys),
      ),
    ).toEqual([])
    expect(toBoard('Ctrl+S', true)).toBe(false)
  })

  it('is shown as people know it', () => {
    expect(shownShortcut(parseShortcut('Ctrl+Shift+P'), false)).toBe('Ctrl+Shift+P')
    expect(shownShortcut(parseShortcut('Ctrl+Shift+P'), true)).toBe('⇧⌘P')
    expect(shownShortcut(parseShortcut('Ctrl+backquote'), false)).toBe('Ctrl+`')
    expect(shownShortcut(parseShortcut('F5'), false)).toBe('F5')
  })
})
