import type { AppError, ErrorCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'

/** What a user can do about a failure, where its message doesn't say so itself. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  'port-not-found': text('“devs” lists the ports'),
  'port-permission': text('On Linux: sudo usermod -aG dialout $USER, then log out and in'),
  'port-busy': text('Close it there (a serial monitor, another IDE, Perfboard itself) and try again'),
  'no-prompt': text('Press its reset button and try again; a long native call can’t be interrupted'),
  'invalid-request': text('--help says more'),
  'no-space': text('“df” shows the space, “rm” makes some'),
  'changed-elsewhere': text('Look at it and try again'),
}

/** The hint for a failure as one sentence; empty where there is none. */
export function hintFor({ code }: AppError): string {
  const hint = HINTS[code]
  return hint === undefined ? '' : t(hint)
}
