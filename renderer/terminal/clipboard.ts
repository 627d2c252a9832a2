import { sayInTerminal } from './terminalStore'

/** Puts text on the system's clipboard and says so. */
export function copyText(text: string, said: string): void {
  navigator.clipboard.writeText(text).then(
    () => {
      sayInTerminal(said)
    },
    () => {
      sayInTerminal('Not copied: the system refuses the clipboard')
    },
  )
}

/** The clipboard's text, or null where the page may not ask for it: there only the key for paste works, and this says so. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    sayInTerminal('Press Ctrl+Shift+V to paste')
    return null
  }
}
