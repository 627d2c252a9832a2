import { describe, expect, it } from 'vitest'
import { portLine } from '../../../main/cli/commands/devs'
import { hintFor } from '../../../main/cli/hints'
import { choosePort } from '../../../main/cli/openBoard'
import { exitCodeOf } from '../../../main/cli/exitCodes'
import type { PortInfo } from '../../../shared/board'
import { AppError } from '../../../shared/errors'

const virtual: PortInfo = { path: 'virtual', kind: 'virtual', name: 'Virtual board', hasHardwareId: true }
const uart: PortInfo = { path: '/dev/ttyS0', kind: 'serial', name: '/dev/ttyS0', hasHardwareId: false }
const pico = (path: string): PortInfo => ({
  path,
  kind: 'serial',
  name: 'Pico',
  vendorId: '2E8A',
  productId: '0005',
  serialNumber: 'e66',
  hasHardwareId: true,
})

describe('auto', () => {
  it('is the only board, never a port that may be anything nor the virtual one', () => {
    expect(choosePort([virtual, uart, pico('/dev/ttyACM0')])).toBe('/dev/ttyACM0')
    expect(() => choosePort([virtual, uart])).toThrow(expect.objectContaining({ code: 'port-not-found' }) as Error)
  })

  it('asks which of several is meant, naming them', () => {
    expect(() => choosePort([pico('/dev/ttyACM0'), pico('/dev/ttyACM1')])).toThrow(/\/dev\/ttyACM0 \(Pico\), \/dev\/ttyACM1 \(Pico\)/)
  })
})

it('a port’s line has as many words as scripts expect in front of its name', () => {
  expect([pico('/dev/ttyACM0'), uart, virtual].map(portLine)).toEqual([
    '/dev/ttyACM0 2E8A:0005 e66 Pico',
    '/dev/ttyS0 - -',
    'virtual - - Virtual board',
  ])
})

it('shells can tell a wrong use from a failure, and both from an interruption', () => {
  const codes = ['invalid-request', 'port-busy', 'not-found', 'cancelled'] as const
  expect(codes.map((code) => exitCodeOf(new AppError(code, '')))).toEqual([2, 1, 1, 130])
  expect(hintFor(new AppError('port-busy', ''))).not.toBe('')
  expect(hintFor(new AppError('not-found', ''))).toBe('')
})
