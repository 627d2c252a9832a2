import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { JobRunner } from './jobRunner'
import type { KnownFirmware } from './knownFirmware'
import type { Programs } from './programs'
import { checkUsable, type SessionParts } from './sessionParts'
import { sendSoftReset } from './softReset'

/** Stops what runs, then resets. Resolves when the reset has been sent. */
export function softReset(parts: SessionParts, programs: Programs): Promise<void> {
  return parts.queue.run(async () => {
    await programs.makeWay('stop')
    const { tracker } = parts.screen
    if (tracker.typed !== '' || !tracker.atPrompt) await programs.reach()
    await sendSoftReset(parts)
  })
}

/** As by the board's own button; whatever is under way is `cancelled`. `not-available` where the port has none. */
export async function hardReset(parts: SessionParts, programs: Programs, runner: JobRunner, known: KnownFirmware): Promise<void> {
  const { port, queue, screen, watch, status } = parts
  checkUsable(parts)
  if (!port.canHardReset) throw new AppError('not-available', t('This board can only be reset by its own button'))
  const reset = new AppError('cancelled', t('The board was reset'))
  queue.drop(reset)
  runner.cancel(undefined, reset)
  port.failReader(reset)
  await queue.run(async () => {
    programs.abandon(reset.message)
    await programs.run?.done
    checkUsable(parts)
    screen.marker(t('Hard reset'))
    known.doubt()
    if (status.greeting !== 'monitor') watch.restarted()
    status.note({ interruptIgnored: false })
    await port.hardReset()
  })
}
