import { describe, expect, it } from 'vitest'
import { guideFamily } from '../../../renderer/connection/guideFamily'
import { mayRunMicroPython, talkSentence } from '../../../renderer/connection/talkWords'
import { waitingWords } from '../../../renderer/connection/waitingWords'
import { OtherFirmware, type TalksLike } from '../../../shared/talksLike'
import type { WaitingBoard } from '../../../shared/waitingBoard'

const talks = (kind: OtherFirmware, more: Partial<TalksLike> = {}): TalksLike => ({ kind, sure: true, tried: true, said: 'hello', ...more })

describe('what is said of a port that isn’t MicroPython', () => {
  it('is a sentence for everything that may talk', () => {
    for (const kind of OtherFirmware.options)
      expect(talkSentence(talks(kind)), kind).toMatch(/^(It is|It looks like|It says|It only|What it) ?.*\.$/)
  })

  it('is only certain when it said so itself and no prompt came', () => {
    expect(talkSentence(talks('esp-blank'))).toBe('It is a blank ESP32, with no program on it.')
    expect(talkSentence(talks('esp-blank', { tried: false }))).toBe('It looks like a blank ESP32, with no program on it.')
    expect(talkSentence(talks('arduino', { sure: false }))).toBe('It looks like an Arduino sketch.')
    expect(talkSentence(talks('text', { sure: false }))).toBe('It says “hello”.')
  })

  it('offers MicroPython only where a board may run it', () => {
    expect(OtherFirmware.options.filter((kind) => !mayRunMicroPython(kind))).toEqual(['u-boot', 'linux', 'gps', 'motion'])
  })

  it('leads to the guide for the board: by what it says, else by its maker', () => {
    const port = (vendorId?: string) => ({
      path: 'COM5',
      kind: 'serial' as const,
      name: 'x',
      hasHardwareId: vendorId !== undefined,
      vendorId,
    })
    expect(guideFamily(port('10C4'), talks('esp-blank'))).toBe('esp32')
    expect(guideFamily(port('10C4'), null)).toBe('esp32')
    expect(guideFamily(port('2E8A'), talks('text'))).toBe('rp2')
    expect(guideFamily(port('0D28'), null)).toBe('microbit')
    expect(guideFamily(port('1A86'), talks('arduino'))).toBe('arduino')
    expect(guideFamily(null, null)).toBe('rp2')
  })
})

it('says of each waiting board what it waits for', () => {
  const board: WaitingBoard = { id: 'a', name: 'Pico', family: 'rp2', seenAs: 'drive', place: 'RPI-RP2' }
  expect(waitingWords(board)).toEqual({ title: 'Pico without MicroPython', text: 'Drive RPI-RP2 waits for firmware.' })
  expect(waitingWords({ ...board, seenAs: 'closed-drive' }).text).toContain('not open yet')
  expect(waitingWords({ ...board, seenAs: 'port', place: 'COM5' }).text).toContain('COM5')
  expect(waitingWords({ ...board, seenAs: 'maintenance' }).title).toBe('Pico in maintenance mode')
})
