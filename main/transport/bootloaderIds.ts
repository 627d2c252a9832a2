import type { BoardFamily } from '../../shared/waitingBoard'

/** A bootloader that is known by its USB ids. */
export interface KnownBootloader {
  name: string
  family: BoardFamily
}

/**
 * By vendor, then product (four hexadecimal digits, upper case). An id is here only when the board has another one while it runs a program.
 * Sources: the datasheets of RP2040 and RP2350, ST's AN2606, Espressif's list of product ids, PJRC's loader, Arduino's and Seeed's boards.txt.
 * The ESP32-S3's and C3's USB JTAG/serial (303A:1001) is the same in the bootloader and in a program, and the micro:bit's (0D28:0204) too.
 */
const TABLE: Record<string, Record<string, KnownBootloader>> = {
  '2E8A': {
    '0003': { name: 'Pico (RP2040)', family: 'rp2' },
    '000F': { name: 'Pico 2 (RP2350)', family: 'rp2' },
  },
  '0483': { DF11: { name: 'STM32 board', family: 'stm32' } },
  '28E9': { '0189': { name: 'GD32 board', family: 'stm32' } },
  '303A': {
    '0002': { name: 'ESP32-S2', family: 'esp32' },
    '0009': { name: 'ESP32-S3', family: 'esp32' },
  },
  '16C0': { '0478': { name: 'Teensy', family: 'teensy' } },
  '03EB': {
    '6124': { name: 'Atmel SAM board', family: 'samd' },
    '2402': { name: 'SAMD board', family: 'samd' },
  },
  '2341': {
    '0036': { name: 'Arduino Leonardo', family: 'arduino' },
    '0037': { name: 'Arduino Micro', family: 'arduino' },
    '004D': { name: 'Arduino Zero', family: 'samd' },
    '004E': { name: 'Arduino MKR1000', family: 'samd' },
    '004F': { name: 'Arduino MKR Zero', family: 'samd' },
    '0054': { name: 'Arduino MKR WiFi 1010', family: 'samd' },
    '0057': { name: 'Arduino Nano 33 IoT', family: 'samd' },
    '005A': { name: 'Arduino Nano 33 BLE', family: 'arduino' },
    '035B': { name: 'Arduino Portenta H7', family: 'arduino' },
    '035F': { name: 'Arduino Nicla Vision', family: 'arduino' },
    '0366': { name: 'Arduino GIGA R1 WiFi', family: 'arduino' },
  },
  '2A03': {
    '0036': { name: 'Arduino Leonardo', family: 'arduino' },
    '0037': { name: 'Arduino Micro', family: 'arduino' },
  },
  '2886': {
    '002D': { name: 'Wio Terminal', family: 'samd' },
    '002F': { name: 'Seeed XIAO SAMD21', family: 'samd' },
    '0044': { name: 'Seeed XIAO nRF52840', family: 'nrf' },
    '0045': { name: 'Seeed XIAO nRF52840 Sense', family: 'nrf' },
  },
}

/** Adafruit's rule: a board's bootloader has the product id of its programs without the highest bit. */
const ADAFRUIT = '239A'
const PROGRAM_BIT = 0x8000

/** The bootloader with these ids (four hexadecimal digits, either case); undefined for everything that may be a running program. */
export function knownBootloader(vendorId: string, productId: string): KnownBootloader | undefined {
  const vendor = vendorId.toUpperCase()
  const product = productId.toUpperCase()
  if (vendor === ADAFRUIT && (Number.parseInt(product, 16) & PROGRAM_BIT) === 0) return { name: 'Adafruit board', family: 'uf2' }
  return TABLE[vendor]?.[product]
}
