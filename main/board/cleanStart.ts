import type { RunOutcome } from '../../shared/board'
import { hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { portReturns } from './portReturn'
import type { Programs } from './programs'
import type { SessionParts } from './sessionParts'

/** A port that a soft reset has taken away is back by then: Windows takes its time. Milliseconds. */
const BACK_MS = 10_000

/**
 * Starts a program, in the queue and at a prompt. A board with a USB device of the user's own takes its port away at the soft reset before the
 * run, and has none of it afterwards: then the second try is the one that counts (MicroPython documentation, machine.USBDevice, "Lifecycle").
 */
export async function startProgram(
  parts: SessionParts,
  programs: Programs,
  name: string,
  text: string,
): Promise<{ done: Promise<RunOutcome> }> {
  try {
    return await programs.start(name, text)
  } catch (error) {
    if (!hasCode(error, 'port-gone') || error.details.resetting !== true) throw error
    parts.screen.marker(t('The soft reset took the port away. Trying once more when it is back.'))
    if (!(await portReturns(parts, BACK_MS))) throw error
    await programs.makeWay('stop')
    return await programs.start(name, text)
  }
}
