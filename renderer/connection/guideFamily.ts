import type { PortInfo } from '../../shared/board'
import type { TalksLike } from '../../shared/talksLike'
import type { BoardFamily } from '../../shared/waitingBoard'

/** Vendors whose boards are all of one family. */
const BY_VENDOR: Readonly<Record<string, BoardFamily>> = {
  '2E8A': 'rp2',
  '303A': 'esp32',
  '0D28': 'microbit',
  '0483': 'stm32',
  F055: 'stm32',
  '16C0': 'teensy',
  '2341': 'arduino',
  '2A03': 'arduino',
  '239A': 'uf2',
  '2886': 'uf2',
}
const BY_TALK: Partial<Record<TalksLike['kind'], BoardFamily>> = {
  'esp-blank': 'esp32',
  'esp-download': 'esp32',
  'esp-program': 'esp32',
  'esp-at': 'esp32',
  lua: 'esp32',
  arduino: 'arduino',
  'pico-program': 'rp2',
  'microbit-program': 'microbit',
}
/** Behind a serial bridge is an ESP32 more often than anything else. */
const MOST_LIKELY_BRIDGED: BoardFamily = 'esp32'

/** The family whose guide is shown first for a board: by what it says, else by who made its USB chip. */
export function guideFamily(port: PortInfo | null, talks: TalksLike | null): BoardFamily {
  const said = talks === null ? undefined : BY_TALK[talks.kind]
  if (said !== undefined) return said
  if (port === null || port.kind === 'virtual') return 'rp2'
  return BY_VENDOR[port.vendorId ?? ''] ?? (port.hasHardwareId ? MOST_LIKELY_BRIDGED : 'rp2')
}
