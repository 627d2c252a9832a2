import { expect, it } from 'vitest'
import { hasResetCircuit, pulseReset } from '../../../main/transport/resetCircuit'
import type { Signals } from '../../../main/transport/transport'
import { FakeClock, passTimeUntil } from '../../rig/fakeClock'

it.each([
  ['a CP2102', '10C4', 'EA60', true],
  ['a CH340, in small letters', '1a86', '7523', true],
  ['an FT232R', '0403', '6001', true],
  ['an ESP32-S3’s USB JTAG/serial', '303A', '1001', true],
  ['an ESP32-S3 with MicroPython’s own USB', '303A', '4001', false],
  ['a Pico', '2E8A', '0005', false],
  ['an ST-LINK', '0483', '374B', false],
  ['a micro:bit', '0D28', '0204', false],
  ['a port without USB ids', undefined, undefined, false],
])('a reset is offered where the lines lead there: %s', (_, vendorId, productId, is) => {
  expect(hasResetCircuit({ vendorId, productId })).toBe(is)
})

it('a reset starts the program and not the bootloader: IO0 stays high, and EN is held for 100 ms', async () => {
  const clock = new FakeClock()
  const moves: (Signals & { at: number })[] = []
  const set = (signals: Signals): Promise<void> => {
    moves.push({ ...signals, at: clock.monotonic() })
    return Promise.resolve()
  }
  await passTimeUntil(clock, pulseReset(set, clock))
  expect(moves).toEqual([
    { dtr: false, rts: true, at: 0 },
    { dtr: false, rts: false, at: 100 },
  ])
})
