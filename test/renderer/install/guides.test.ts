import { describe, expect, it } from 'vitest'
import { commandFor, driveOf, guideOf, guides, stepsFor } from '../../../renderer/install/guides'
import { t } from '../../../shared/language/language'
import { BoardFamily, type WaitingBoard } from '../../../shared/waitingBoard'

const waiting = (more: Partial<WaitingBoard> = {}): WaitingBoard => ({
  id: 'usb:1-4',
  name: 'Pico (RP2040)',
  family: 'rp2',
  seenAs: 'drive',
  place: 'RPI-RP2',
  ...more,
})
const words = (board: WaitingBoard | null, family: BoardFamily = 'rp2'): string =>
  stepsFor(guideOf(family), board)
    .map((step) => t(step.text, { drive: driveOf(guideOf(family), board) }))
    .join('\n')

describe('how MicroPython is installed by hand', () => {
  it('is told for every family of boards, with what to get and what becomes of the files', () => {
    expect(guides.map(({ family }) => family).sort()).toEqual([...BoardFamily.options].sort())
    for (const guide of guides) {
      expect(
        guide.steps.some(({ copy }) => copy !== undefined),
        guide.family,
      ).toBe(true)
      expect(guide.files, guide.family).toMatch(/\.$/)
      for (const step of guide.steps) {
        expect(step.text, guide.family).toMatch(/[.?]$/)
        if (step.text.includes('{{drive}}')) expect(guide.drive ?? step.anyDrive, guide.family).toBeDefined()
      }
    }
  })

  it('leaves out the way into the bootloader for a board that waits there, and names its drive', () => {
    expect(words(null)).toContain('BOOTSEL')
    expect(words(waiting())).not.toContain('BOOTSEL')
    expect(words(waiting({ place: 'RP2350' }))).toContain('onto the drive RP2350')
  })

  it('sends nobody to the drive of a micro:bit in maintenance mode', () => {
    const maintenance = waiting({ family: 'microbit', seenAs: 'maintenance', place: 'MAINTENANCE' })
    expect(driveOf(guideOf('microbit'), maintenance)).toBe('MICROBIT')
    expect(words(maintenance, 'microbit')).toContain('unplug it')
  })

  it('puts the port into commands, but only one that is a name and nothing more', () => {
    expect(commandFor('tool --port {{port}} go', '/dev/ttyUSB0')).toBe('tool --port /dev/ttyUSB0 go')
    expect(commandFor('tool --port {{port}} go', 'COM5')).toBe('tool --port COM5 go')
    for (const port of [null, '/dev/x; rm -rf ~', '$(x)', 'a b']) expect(commandFor('tool --port {{port}}', port)).toBe('tool --port PORT')
  })
})
