import { describe, expect, it } from 'vitest'
import { firmwareByUsb, otherFirmware, showsBanner } from '../../../main/protocol/otherFirmware'

const BLANK =
  'rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n' +
  'invalid header: 0xffffffff\r\n'.repeat(5) +
  'ets Jul 29 2019 12:21:46\r\n\r\n'
const ROM =
  'ets Jul 29 2019 12:21:46\r\n\r\nrst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\nconfigsip: 0, SPIWP:0xee\r\nload:0x3fff0030,len:4604\r\nentry 0x400805b8\r\n'
const DOWNLOAD = 'rst:0x1 (POWERON_RESET),boot:0x3 (DOWNLOAD_BOOT(UART0/UART1/SDIO_REI_REO_V2))\r\nwaiting for download\r\n'
const GPS =
  '$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n'

describe('what else than MicroPython talks', () => {
  it.each([
    ['a blank ESP32', BLANK.repeat(3), 'esp-blank', true],
    [
      'a blank ESP32 of the first series',
      'rst:0x10 (RTCWDT_RTC_RESET),boot:0x13\r\nflash read err, 1000\r\nets_main.c 371 \r\nets Jun  8 2016 00:22:57\r\n',
      'esp-blank',
      true,
    ],
    [
      'a blank ESP32-S3',
      'ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\nrst:0x7 (TG0WDT_SYS_RST),boot:0x8 (SPI_FAST_FLASH_BOOT)\r\ninvalid header: 0xffffffff\r\ninvalid header: 0xffffffff\r\n',
      'esp-blank',
      true,
    ],
    ['an ESP32 without a program to start', 'E (354) boot: No bootable app partitions in the partition table\r\n', 'esp-blank', true],
    ['an ESP32 that waits for a download', DOWNLOAD, 'esp-download', true],
    ['an ESP32 whose button was held after it had said that it is blank', BLANK + DOWNLOAD, 'esp-download', true],
    ['an ESP32 that was reset after it had waited for a download', DOWNLOAD + BLANK, 'esp-blank', true],
    [
      'a program of ESP-IDF',
      `${ROM}\u001b[0;32mI (29) boot: ESP-IDF v5.2.2\u001b[0m\r\n\u001b[0;32mI (30) main_task: Started\u001b[0m\r\n`,
      'esp-program',
      false,
    ],
    ['a sketch on an ESP32', `${ROM}sensor ready\r\n`, 'esp-program', false],
    ['AT firmware', 'AT version:2.2.0.0(c6fa6bf - ESP32 - Jul  2 2021 06:44:05)\r\nOK\r\n', 'esp-at', true],
    [
      'Espruino',
      ' |  __|___ ___ ___ _ _|_|___ ___\r\n |_____|___|  _|_| |___|_|_|_|___|\r\n         |_| espruino.com\r\n 2v19 (c) 2023 G.Williams\r\n>',
      'espruino',
      true,
    ],
    ['NodeMCU', '\r\nNodeMCU 3.0.0.0 built on nodemcu-build.com\r\n> ', 'lua', true],
    ['u-boot', 'U-Boot 2023.01 (Jan 09 2023 - 16:07:33 +0000)\r\n\r\nHit any key to stop autoboot:  3 ', 'u-boot', true],
    ['a booting Linux', '[    0.000000] Booting Linux on physical CPU 0x0\r\n', 'linux', true],
    ['a Linux that asks who is there', 'Raspbian GNU/Linux 12 pi ttyS0\r\n\r\npi login: ', 'linux', false],
    ['Zephyr', '*** Booting Zephyr OS build v3.5.0 ***\r\n', 'zephyr', true],
    ['a GPS receiver', GPS.repeat(2), 'gps', true],
    ['a GPS receiver heard for a moment', `038,N,01131.000*11\r\n${GPS}$GPGS`, 'gps', false],
    ['a CNC controller', "\r\nGrbl 1.1h ['$' for help]\r\n", 'motion', true],
    ['a sketch that names itself', 'Arduino weather station\r\n', 'arduino', false],
  ])('is recognised: %s', (_, text, kind, sure) => {
    expect(otherFirmware(text)).toEqual({ kind, sure })
  })

  it.each([
    ['nothing', ''],
    ['readings', 'temperature 21.5\r\n'.repeat(20)],
    ['sentences with wrong checksums', GPS.replace('*6A', '*6B').replace('*47', '*48')],
    ['one line of a boot message that a program talks about', 'the ESP said: invalid header: 0xffffffff once\r\n'],
    ['noise', String.fromCharCode(...Array.from({ length: 2_000 }, (__, at) => (at * 7_919) % 256))],
  ])('is not guessed from %s', (_, text) => {
    expect(otherFirmware(text)).toBeUndefined()
  })

  it('is never called so when MicroPython shows, whatever a program on it prints', () => {
    const banner = 'MicroPython v1.27.0 on 2025-12-01; Generic ESP32 module with ESP32\r\nType "help()" for more information.\r\n>>> '
    for (const text of [BLANK.repeat(2), GPS.repeat(2), DOWNLOAD, 'U-Boot 2023.01\r\n']) {
      expect(otherFirmware(`${text}${banner}`)).toBeUndefined()
      expect(
        otherFirmware(`${text}Traceback (most recent call last):\r\n  File "main.py", line 3\r\nKeyboardInterrupt: \r\n`),
      ).toBeUndefined()
      expect(otherFirmware(`${text}MPY: soft reboot\r\n`)).toBeUndefined()
    }
    expect(showsBanner(`x\r\n${banner}`)).toBe(true)
    expect(showsBanner('MPY: soft reboot\r\n')).toBe(true)
    expect(showsBanner('This sketch is better than MicroPython\r\n')).toBe(false)
  })

  it('is recognised wherever what was heard is cut', () => {
    const text = BLANK.repeat(3)
    for (let from = 0; from < BLANK.length; from++) {
      expect(otherFirmware(text.slice(from, from + 2 * BLANK.length))?.kind, String(from)).toBe('esp-blank')
      otherFirmware(text.slice(from, from + 7)) // must not throw
    }
  })

  it.each(['invalid header: 0xffffffff \n', '\u001b[', '$GPRMC,', 'boot:0x1 (DOWNLOAD', 'I (1) a: ', '[ 0', 'pi login: ', ' '])(
    'takes no noticeable time for a megabyte of %j',
    (piece) => {
      otherFirmware(piece.repeat(Math.ceil(1_000_000 / piece.length)))
      otherFirmware(`${piece.repeat(2_000)}\n`.repeat(20))
    },
  )

  it('is guessed from USB ids where programs say nothing of themselves', () => {
    expect(firmwareByUsb({ vendorId: '2341', productId: '0043' })).toBe('arduino')
    expect(firmwareByUsb({ vendorId: '0D28', productId: '0204' })).toBe('microbit-program')
    expect(firmwareByUsb({ vendorId: '2e8a', productId: '000a' })).toBe('pico-program')
    expect(firmwareByUsb({ vendorId: '2E8A', productId: '0005' })).toBeUndefined()
    expect(firmwareByUsb({})).toBeUndefined()
  })
})
