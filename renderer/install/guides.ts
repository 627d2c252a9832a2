import type { BoardFamily, WaitingBoard } from '../../shared/waitingBoard'
import { driveGuides } from './driveGuides'
import type { Guide, GuideStep } from './guide'
import { toolGuides } from './toolGuides'

/** All guides, the commonest boards first. */
export const guides: readonly Guide[] = (['rp2', 'esp32', 'microbit', 'stm32', 'arduino', 'teensy', 'samd', 'nrf', 'uf2'] as const).map(
  guideOf,
)

/** The guide for a family. */
export function guideOf(family: BoardFamily): Guide {
  const found = [...driveGuides, ...toolGuides].find((guide) => guide.family === family)
  if (found === undefined) throw new Error(`No guide for ${family}`)
  return found
}

/** What is to be done with this board: without the way into the bootloader where it waits there. */
export function stepsFor(guide: Guide, waiting: WaitingBoard | null): readonly GuideStep[] {
  return waiting === null || waiting.seenAs === 'maintenance' ? guide.steps : guide.steps.filter((step) => step.entersBootloader !== true)
}

/** The drive that the steps speak of: the board's own where it shows one, else the usual name. */
export function driveOf(guide: Guide, waiting: WaitingBoard | null): string {
  const isDrive = waiting?.seenAs === 'drive' || waiting?.seenAs === 'closed-drive'
  return isDrive ? waiting.place : (guide.drive ?? '')
}

/** A command with the board's port in it; `PORT` while it is not known, or is no name for a command line. */
export function commandFor(command: string, port: string | null): string {
  return command.replace('{{port}}', port !== null && /^[\w./:-]+$/.test(port) ? port : 'PORT')
}
