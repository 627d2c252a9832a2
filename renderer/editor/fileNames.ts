import { isEntryName } from '../../shared/boardPath'
import { t } from '../../shared/language/language'
import { isWindowsPath } from '../explorer/diskPath'

/** Names that Windows keeps for devices. */
const DEVICE_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i
const WINDOWS_FORBIDDEN = /[<>:"|?*\\]/
/** A name longer than this is refused by most file systems (bytes of UTF-8). */
const MAX_NAME_BYTES = 255

/** What is wrong with a new name on the board, as a sentence, or null. `taken` are the names that are there. */
export function checkBoardName(name: string, taken: readonly string[] = []): string | null {
  return checkName(name, taken)
}

/** What is wrong with a new name in a folder of the computer, or null. */
export function checkDiskName(name: string, folder: string, taken: readonly string[] = []): string | null {
  const wrong = checkName(name, taken)
  if (wrong !== null || !isWindowsPath(folder)) return wrong
  if (WINDOWS_FORBIDDEN.test(name)) return t('Windows doesn’t allow < > : " | ? * \\ in a name.')
  if (DEVICE_NAMES.test(name)) return t('Windows keeps that name for a device.')
  return /[. ]$/.test(name) ? t('On Windows a name can’t end in a full stop or a space.') : null
}

function checkName(name: string, taken: readonly string[]): string | null {
  if (name.trim() === '') return t('A name is needed.')
  if (name.includes('/')) return t('A name can’t contain “/”.')
  if (!isEntryName(name)) return t('That can’t be a name.')
  if (new TextEncoder().encode(name).length > MAX_NAME_BYTES) return t('The name is too long.')
  return taken.includes(name) ? t('“{{name}}” is already there.', { name }) : null
}

/** How much of a name to select for renaming: all of it but the ending. */
export function stemLength(name: string): number {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? dot : name.length
}

/** The first of `untitled.py`, `untitled-2.py`, ... that is not taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  const stem = wanted.slice(0, stemLength(wanted))
  const ending = wanted.slice(stem.length)
  for (let count = 2; ; count++) {
    const name = `${stem}-${count}${ending}`
    if (!taken.includes(name)) return name
  }
}
