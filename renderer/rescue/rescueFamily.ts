import type { SessionSnapshot } from '../../shared/board'

/** Boards that are rescued in the same way. */
export type RescueFamily =
  | 'virtual'
  | 'rp2'
  | 'esp32'
  | 'esp8266'
  | 'pyboard'
  | 'stm32'
  | 'renesas'
  | 'wipy'
  | 'samd'
  | 'microbit'
  | 'teensy'
  | 'nrf'
  | 'arduino'
  | 'other'

/** By `sys.platform`. */
const BY_PLATFORM: Readonly<Record<string, RescueFamily>> = {
  webassembly: 'virtual',
  rp2: 'rp2',
  esp32: 'esp32',
  esp8266: 'esp8266',
  pyboard: 'pyboard',
  'renesas-ra': 'renesas',
  WiPy: 'wipy',
  samd: 'samd',
  microbit: 'microbit',
  mimxrt: 'teensy',
  nrf52: 'nrf',
  nrf: 'nrf',
}
const BY_VENDOR: Readonly<Record<string, RescueFamily>> = {
  '2E8A': 'rp2',
  '303A': 'esp32',
  F055: 'pyboard',
  '0483': 'stm32',
  '045B': 'renesas',
  '0D28': 'microbit',
  '16C0': 'teensy',
  '1915': 'nrf',
  '2341': 'arduino',
  '2A03': 'arduino',
  '10C4': 'esp32',
  '1A86': 'esp32',
}

/** By what the board has said of itself before, else by who made its USB chip. */
export function rescueFamily({ port, board }: Pick<SessionSnapshot, 'port' | 'board'>): RescueFamily {
  if (port.kind === 'virtual') return 'virtual'
  const told = board === null ? undefined : BY_PLATFORM[board.platform]
  // MicroPython calls every STM32 board `pyboard`; only the real one has the switch.
  if (told === 'pyboard') return /^pyb/i.test(board?.machine ?? '') ? 'pyboard' : 'stm32'
  return told ?? BY_VENDOR[port.vendorId ?? ''] ?? 'other'
}
