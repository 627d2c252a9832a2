import { describe, expect, it } from 'vitest'
import { chosenName, portFacts, portGroups } from '../../../renderer/connection/portGroups'
import type { PortInfo } from '../../../shared/board'

const pico: PortInfo = {
  path: 'COM10',
  kind: 'serial',
  name: 'Raspberry Pi Pico',
  manufacturer: 'MicroPython',
  vendorId: '2E8A',
  productId: '0005',
  hasHardwareId: true,
}
const second: PortInfo = { ...pico, path: 'COM9' }
const plain: PortInfo = { path: '/dev/ttyS0', kind: 'serial', name: '/dev/ttyS0', hasHardwareId: false }
const virtual: PortInfo = { path: 'virtual', kind: 'virtual', name: 'Virtual board', hasHardwareId: true }

describe('the list of boards', () => {
  it('puts real boards first, by number, and ports without hardware id apart', () => {
    const { known, other } = portGroups([virtual, plain, pico, second])
    expect(known.map((port) => port.path)).toEqual(['COM9', 'COM10', 'virtual'])
    expect(other).toEqual([plain])
  })

  it('shows path, maker and USB ids of a board', () => {
    expect(portFacts(pico)).toBe('COM10 · MicroPython · 2E8A:0005')
    expect(portFacts(plain)).toBe('')
  })

  it('names the chosen port so that two equal boards can be told apart', () => {
    expect(chosenName('COM10', [pico, virtual])).toBe('Raspberry Pi Pico')
    expect(chosenName('COM10', [pico, second])).toBe('Raspberry Pi Pico COM10')
    expect(chosenName('/tmp/by-hand', [pico])).toBe('/tmp/by-hand')
    expect(chosenName(null, [pico])).toBe('choose a board')
  })
})
