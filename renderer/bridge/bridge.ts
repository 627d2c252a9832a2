import type { Bridge } from '../../shared/contract/bridge'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

let current: Bridge | null = null

/** Called once at start, before anything is drawn. */
export function setBridge(bridge: Bridge): void {
  current = bridge
}

/** The page's one bridge to the main process. */
export function bridge(): Bridge {
  if (current === null) throw new AppError('connection-lost', t('The window isn’t connected to Perfboard yet'))
  return current
}
