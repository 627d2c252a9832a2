import { type Clock, delay } from '../../shared/clock'
import { knownUsbDevice } from './usbIds'
import type { Signals } from './transport'

/** So long the reset line is held: what Espressif's own tool takes. Milliseconds. */
const HELD_MS = 100

/** Vendors of the bridges whose boards mostly have the circuit. ST-LINK and the like carry a serial line only. */
const BRIDGE_VENDORS = new Set(['10C4', '1A86', '0403', '067B'])

/**
 * True where DTR and RTS lead to a board's reset: behind the usual bridges ESP32 and ESP8266 boards have them at EN and IO0, and Espressif's
 * own USB JTAG/serial does the same inside the chip. Other boards behind such a bridge don't mind.
 */
export function hasResetCircuit({
  vendorId = '',
  productId = '',
}: {
  vendorId?: string | undefined
  productId?: string | undefined
}): boolean {
  const [vendor, product] = [vendorId.toUpperCase(), productId.toUpperCase()]
  if (vendor === '303A') return product === '1001'
  return BRIDGE_VENDORS.has(vendor) && knownUsbDevice(vendor, product)?.bridge === true
}

/**
 * Resets by EN (RTS) while IO0 (DTR) stays high, so that the board starts its program and not its bootloader. Both lines rest at last, as the
 * circuit has it while nobody uses it.
 */
export async function pulseReset(set: (signals: Signals) => Promise<void>, clock: Clock): Promise<void> {
  await set({ dtr: false, rts: true })
  await delay(clock, HELD_MS)
  await set({ dtr: false, rts: false })
}
