/** Modules under the names that they had before, or that programs for certain boards use. */
const OLDER_NAMES = { umachine: 'machine', uasyncio: 'asyncio', usocket: 'socket', urequests: 'requests', unetwork: 'network' } as const

/** Modules of other boards, and why this one hasn't them. */
const ABSENT = {
  bluetooth: 'the virtual board has no Bluetooth radio',
  ubluetooth: 'the virtual board has no Bluetooth radio',
  aioble: 'the virtual board has no Bluetooth radio',
  espnow: 'the virtual board has no radio of an ESP',
  cryptolib: 'the virtual board has no ciphers',
  ucryptolib: 'the virtual board has no ciphers',
  ssl: 'the virtual board has no encrypted connections',
  ussl: 'the virtual board has no encrypted connections',
  pyb: 'the virtual board is no pyboard: use the module machine',
  stm: 'the virtual board is no pyboard: use the module machine',
  microbit: 'the virtual board is no micro:bit: use the module machine',
  webrepl: 'the virtual board has no way out to the real internet',
} as const

/** Python modules that only send on to others, or say why they are not there, by file name. */
export const otherNames: readonly (readonly [file: string, text: string])[] = [
  ...Object.entries(OLDER_NAMES).map(
    ([older, name]) => [`${older}.py`, `def __getattr__(name):\n    return getattr(__import__('${name}'), name)\n`] as const,
  ),
  ...Object.entries(ABSENT).map(([name, reason]) => [`${name}.py`, `raise ImportError("no module named '${name}': ${reason}")\n`] as const),
]
