import { t } from '../../shared/language/language'
import { sayInTerminal } from './terminalStore'

/** Puts text on the system's clipboard and says so. */
export function copyText(text: string, said: string): void {
  navigator.clipboard.writeText(text).then(
    () => {
      sayInTerminal(said)
    },
    () => {
      sayInTerminal(t('Not copied: the system refuses the clipboard'))
    },
  )
}

/** The clipboard's text, or null where the page may not ask for it: there only the key for paste works, and this says so. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    sayInTerminal(t('Press Ctrl+Shift+V to paste'))
    return null
  }
}
