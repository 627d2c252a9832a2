/** A key with its modifiers. `mod` is Ctrl, and Cmd on macOS. */
export interface Shortcut {
  mod: boolean
  shift: boolean
  alt: boolean
  /** As `KeyboardEvent.key` has it, in lower case. */
  key: string
}

/** What is needed of a keyboard event. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

const NAMED: Readonly<Record<string, string>> = { backquote: '`', comma: ',', space: ' ', plus: '+', minus: '-' }

/** Reads `Ctrl+Shift+P`. */
export function parseShortcut(text: string): Shortcut {
  const parts = text.split('+').map((part) => part.trim().toLowerCase())
  const key = parts.at(-1) ?? ''
  const modifiers = parts.slice(0, -1)
  return {
    mod: modifiers.includes('ctrl'),
    shift: modifiers.includes('shift'),
    alt: modifiers.includes('alt'),
    key: NAMED[key] ?? key,
  }
}

/** The shortcuts of a command's `keys`. In a browser, which keeps Ctrl+N, T and W to itself, they move to Alt. */
export function commandShortcuts(keys: string | undefined, inBrowser: boolean): Shortcut[] {
  if (keys === undefined || keys === '') return []
  return keys.split('|').map((text) => {
    const shortcut = parseShortcut(text)
    const taken = inBrowser && shortcut.mod && !shortcut.shift && !shortcut.alt && ['n', 't', 'w'].includes(shortcut.key)
    return taken ? { ...shortcut, mod: false, alt: true } : shortcut
  })
}

/** True when the key press is that shortcut. Letters are also known by their place, for keyboards of other scripts. */
export function matches(shortcut: Shortcut, press: KeyPress, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (mod !== shortcut.mod || other || press.altKey !== shortcut.alt || press.shiftKey !== shortcut.shift) return false
  if (press.key.toLowerCase() === shortcut.key) return true
  if (/^[a-z]$/.test(shortcut.key)) return !/^[a-z]$/i.test(press.key) && press.code === `Key${shortcut.key.toUpperCase()}`
  return shortcut.key === '`' && press.code === 'Backquote'
}

/** True when a key press in the terminal belongs to the board: everything but F-keys, combinations with Shift, and what no board knows. */
export function belongsToTerminal(shortcut: Shortcut, mac: boolean): boolean {
  if (/^f\d+$/.test(shortcut.key)) return false
  if (!shortcut.mod) return true
  if (mac || shortcut.shift) return false
  // Ctrl and a letter, or one of these, make a control byte; no other sign does.
  return /^[a-z@[\\\]^_ ]$/.test(shortcut.key) || shortcut.key.length > 1
}

const SHOWN: Readonly<Record<string, string>> = {
  '`': '`',
  ' ': 'Space',
  enter: 'Enter',
  delete: 'Delete',
  escape: 'Esc',
  pageup: 'PageUp',
  pagedown: 'PageDown',
}

/** As menus and tooltips show it: `Ctrl+Shift+P`, `⇧⌘P`. */
export function shownShortcut(shortcut: Shortcut, mac: boolean): string {
  const key =
    SHOWN[shortcut.key] ??
    (shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key.replace(/^./, (first) => first.toUpperCase()))
  if (mac) return `${shortcut.alt ? '⌥' : ''}${shortcut.shift ? '⇧' : ''}${shortcut.mod ? '⌘' : ''}${key}`
  return [shortcut.mod ? 'Ctrl' : '', shortcut.alt ? 'Alt' : '', shortcut.shift ? 'Shift' : '', key].filter((part) => part !== '').join('+')
}
