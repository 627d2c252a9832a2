/** What of a keyboard event decides where a key goes. */
export type KeyLike = Pick<KeyboardEvent, 'type' | 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>

/**
 * Where a key pressed in the terminal goes. `board`: xterm turns it into bytes. `native`: the browser's own meaning (Ctrl+Shift+V
 * pastes, Shift+Tab leaves the terminal). `app`: a shortcut of the window. `copy`, `find`: done by the terminal itself.
 */
export type KeyTarget = 'board' | 'native' | 'app' | 'copy' | 'find'

/** Decides where a key goes. With a selection Ctrl+C copies; the caller clears the selection, so the next one interrupts. */
export function keyTarget(event: KeyLike, hasSelection: boolean, mac: boolean): KeyTarget {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (/^F\d+$/.test(key)) return 'app'
  if (key === 'Tab' && event.shiftKey) return 'native'
  if (event.metaKey) {
    if (!mac) return 'app'
    if (key === 'c') return 'copy'
    if (key === 'f') return 'find'
    return key === 'v' ? 'native' : 'app'
  }
  if (!event.ctrlKey || event.altKey) return 'board'
  if (event.shiftKey) {
    if (key === 'c') return 'copy'
    if (key === 'f') return 'find'
    return key === 'v' || key === 'insert' ? 'native' : 'app'
  }
  if (key === 'c' && hasSelection) return 'copy'
  // Ctrl+backquote and Ctrl+comma and the like are the window's; Ctrl+letter, and what makes a control byte, is the board's.
  return /^[a-z@[\\\]^_ ]$/.test(key) || key.length > 1 ? 'board' : 'app'
}

/** True on macOS, where Cmd is for the window and Control for the board. */
export function isMac(): boolean {
  return /mac/i.test(navigator.userAgent)
}
