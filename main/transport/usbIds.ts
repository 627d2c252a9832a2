/** What USB ids tell of a board. */
export interface KnownUsbDevice {
  /** What people call it. */
  boardName: string
  manufacturer?: string
  /** True for a chip that turns USB into a serial line: which board is behind it can't be known. */
  bridge?: boolean
}

/**
 * By vendor, then product (four hexadecimal digits, upper case); `*` is for every other product of the vendor.
 * Sources: the public lists of Raspberry Pi (raspberrypi/usb-pid) and Espressif (espressif/usb-pids), MicroPython's and CircuitPython's
 * board definitions, Arduino's boards.txt, and the bridge makers' drivers.
 */
const TABLE: Record<string, Record<string, KnownUsbDevice>> = {
  '2E8A': {
    '0005': { boardName: 'Raspberry Pi Pico', manufacturer: 'Raspberry Pi' },
    '0004': { boardName: 'Picoprobe', manufacturer: 'Raspberry Pi' },
    '0009': { boardName: 'Raspberry Pi Pico 2 (SDK program)', manufacturer: 'Raspberry Pi' },
    '000A': { boardName: 'Raspberry Pi Pico (SDK program)', manufacturer: 'Raspberry Pi' },
    '000B': { boardName: 'Raspberry Pi Pico (CircuitPython)', manufacturer: 'Raspberry Pi' },
    '000C': { boardName: 'Raspberry Pi Debug Probe', manufacturer: 'Raspberry Pi' },
    '1000': { boardName: 'Cytron Maker Pi RP2040' },
    '1016': { boardName: 'Pimoroni Tiny 2040' },
    '101B': { boardName: 'Pimoroni Badger 2040' },
    '101F': { boardName: 'Waveshare RP2040-Zero' },
    '1020': { boardName: 'Waveshare RP2040-Plus' },
    '104F': { boardName: 'Pimoroni Badger 2040 W' },
    '*': { boardName: 'RP2040 or RP2350 board' },
  },
  F055: {
    '9800': { boardName: 'pyboard', manufacturer: 'MicroPython' },
    '9801': { boardName: 'pyboard', manufacturer: 'MicroPython' },
    '9802': { boardName: 'pyboard', manufacturer: 'MicroPython' },
    '*': { boardName: 'MicroPython board', manufacturer: 'MicroPython' },
  },
  '303A': {
    '1001': { boardName: 'ESP32 (USB JTAG/serial)', manufacturer: 'Espressif' },
    '4001': { boardName: 'ESP32-S2 or S3 (MicroPython)', manufacturer: 'Espressif' },
    '*': { boardName: 'ESP32 board', manufacturer: 'Espressif' },
  },
  '0D28': { '0204': { boardName: 'BBC micro:bit', manufacturer: 'Arm' } },
  '16C0': { '0483': { boardName: 'Teensy', manufacturer: 'PJRC' } },
  '2341': {
    '0043': { boardName: 'Arduino Uno' },
    '0042': { boardName: 'Arduino Mega 2560' },
    '8036': { boardName: 'Arduino Leonardo' },
    '005E': { boardName: 'Arduino Nano RP2040 Connect' },
    '025E': { boardName: 'Arduino Nano RP2040 Connect' },
    '805A': { boardName: 'Arduino Nano 33 BLE' },
    '0070': { boardName: 'Arduino Nano ESP32' },
    '1002': { boardName: 'Arduino Uno R4 WiFi' },
    '0069': { boardName: 'Arduino Uno R4 Minima' },
    '*': { boardName: 'Arduino board', manufacturer: 'Arduino' },
  },
  '2A03': { '*': { boardName: 'Arduino board', manufacturer: 'Arduino' } },
  '239A': { '*': { boardName: 'Adafruit board', manufacturer: 'Adafruit' } },
  '1B4F': { '*': { boardName: 'SparkFun board', manufacturer: 'SparkFun' } },
  '2886': { '*': { boardName: 'Seeed board', manufacturer: 'Seeed Studio' } },
  '0483': {
    '5740': { boardName: 'STM32 board', manufacturer: 'STMicroelectronics' },
    '374B': { boardName: 'STM32 Nucleo or Discovery (ST-LINK)', manufacturer: 'STMicroelectronics', bridge: true },
    '374E': { boardName: 'STM32 Nucleo or Discovery (ST-LINK)', manufacturer: 'STMicroelectronics', bridge: true },
  },
  '10C4': {
    EA60: { boardName: 'CP210x serial bridge', manufacturer: 'Silicon Labs', bridge: true },
    EA70: { boardName: 'CP2105 serial bridge', manufacturer: 'Silicon Labs', bridge: true },
  },
  '1A86': {
    '7523': { boardName: 'CH340 serial bridge', manufacturer: 'WCH', bridge: true },
    '5523': { boardName: 'CH341 serial bridge', manufacturer: 'WCH', bridge: true },
    '55D3': { boardName: 'CH343 serial bridge', manufacturer: 'WCH', bridge: true },
    '55D4': { boardName: 'CH9102 serial bridge', manufacturer: 'WCH', bridge: true },
  },
  '0403': {
    '6001': { boardName: 'FT232R serial bridge', manufacturer: 'FTDI', bridge: true },
    '6010': { boardName: 'FT2232 serial bridge', manufacturer: 'FTDI', bridge: true },
    '6014': { boardName: 'FT232H serial bridge', manufacturer: 'FTDI', bridge: true },
    '6015': { boardName: 'FT230X serial bridge', manufacturer: 'FTDI', bridge: true },
  },
  '067B': {
    '2303': { boardName: 'PL2303 serial bridge', manufacturer: 'Prolific', bridge: true },
    '23A3': { boardName: 'PL2303 serial bridge', manufacturer: 'Prolific', bridge: true },
  },
}

/** The device with these ids (four hexadecimal digits, either case); undefined when nothing is known of it. */
export function knownUsbDevice(vendorId: string, productId: string): KnownUsbDevice | undefined {
  const vendor = TABLE[vendorId.toUpperCase()]
  return vendor?.[productId.toUpperCase()] ?? vendor?.['*']
}

/**
 * The signal lines that a port needs after opening. On Windows the serial library opens with DTR off, and boards with USB of their own send
 * nothing until it is on; behind a bridge, and on the ESP32's USB JTAG/serial, the lines lead to the reset pin and are left alone.
 */
export function signalsOnOpen(
  port: { vendorId?: string | undefined; productId?: string | undefined },
  platform: NodeJS.Platform = process.platform,
): { dtr?: boolean } {
  const { vendorId, productId } = port
  if (platform !== 'win32' || vendorId === undefined || productId === undefined) return {}
  if (knownUsbDevice(vendorId, productId)?.bridge === true) return {}
  if (vendorId.toUpperCase() === '303A' && productId.toUpperCase() === '1001') return {}
  return { dtr: true }
}
