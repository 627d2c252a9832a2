import { text } from '../../shared/language/language'
import type { BoardFamily } from '../../shared/waitingBoard'
import type { RescueFamily } from './rescueFamily'

/** What a user can do to a board by hand. */
export interface RescueGuide {
  /** How it starts anew. */
  restart: string
  /** How it starts without boot.py and main.py; empty where it has no such way. Files stay. */
  safeMode: readonly string[]
  /** How its files are erased, as the last way out; empty where there is nothing to erase. */
  erase: readonly string[]
  /** Whose guide tells how MicroPython is put onto it again. */
  install: BoardFamily | null
}

const RESET_OR_PLUG = text('Press the reset button on the board, or pull its USB plug and put it in again.')
const PLUG = text('Pull the board’s USB plug and put it in again. Most of these boards have no reset button.')
const INSTALL_AGAIN = text('Install MicroPython again.')

/**
 * For each family, from the MicroPython documentation: "Safe mode and factory reset" and the ports' own chapters; flash_nuke from Raspberry
 * Pi's documentation.
 */
export const RESCUE_GUIDES: Readonly<Record<RescueFamily, RescueGuide>> = {
  virtual: { restart: text('Press Hard reset here.'), safeMode: [], erase: [], install: null },
  rp2: {
    restart: PLUG,
    safeMode: [],
    erase: [
      text('Hold the BOOTSEL button while you plug the board in. A drive called RPI-RP2 or RP2350 appears.'),
      text('Copy flash_nuke.uf2 onto it; Raspberry Pi offers it for download. It erases all files, and the drive appears again.'),
      text('Copy the UF2 file with MicroPython onto the drive.'),
    ],
    install: 'rp2',
  },
  esp32: {
    restart: text('Press the button EN or RST on the board.'),
    safeMode: [],
    erase: [
      text('Disconnect the board here, so that its port is free.'),
      text('Run esptool with erase_flash. Hold the button BOOT while it starts, if it doesn’t connect.'),
      INSTALL_AGAIN,
    ],
    install: 'esp32',
  },
  esp8266: {
    restart: text('Press the button RST on the board.'),
    safeMode: [],
    erase: [
      text('Disconnect the board here, so that its port is free.'),
      text('Run esptool with erase_flash. Hold the button FLASH while you press RST, if it doesn’t connect.'),
      INSTALL_AGAIN,
    ],
    install: 'esp32',
  },
  pyboard: {
    restart: text('Press the switch RST on the board.'),
    safeMode: [
      text('Hold the switch USR, then press and release RST.'),
      text('Hold USR until only the orange LED is on, then let go. The orange LED flashes four times quickly.'),
    ],
    erase: [
      text('Hold the switch USR, then press and release RST.'),
      text(
        'Hold USR until the green and the orange LED are on together, then let go. All files are erased, and new start-up files are made.',
      ),
      text('When the LEDs are off, press RST.'),
    ],
    install: 'stm32',
  },
  stm32: {
    restart: text('Press the reset button on the board.'),
    safeMode: [
      text(
        'Where the board has a user button: hold it, then press and release reset. Let go when the LEDs show the second of three patterns.',
      ),
    ],
    erase: [
      text('As for the safe mode, but let go of the user button at the third pattern. All files are erased.'),
      text('Without a user button: erase the whole flash with the tool that MicroPython was installed with, and install it again.'),
    ],
    install: 'stm32',
  },
  renesas: {
    restart: text('Press the RESET button on the board.'),
    safeMode: [text('Hold SW1, then press and release RESET. Let go of SW1 when LED1 has flashed twice.')],
    erase: [text('Hold SW1, then press and release RESET. Let go of SW1 when LED1 has flashed three times. All files are erased.')],
    install: null,
  },
  wipy: {
    restart: text('Press the reset button on the board.'),
    safeMode: [
      text('Connect GP28 to 3V3 and press reset. The LED flashes slowly.'),
      text('Release GP28 within three seconds: the board starts without its start-up files.'),
    ],
    erase: [text('In the safe mode, run os.mkfs with /flash at the prompt. All files in the flash are erased.')],
    install: null,
  },
  samd: {
    restart: text('Press the reset button on the board once.'),
    safeMode: [],
    erase: [
      text('Press the reset button twice quickly: the board shows as a drive.'),
      text('Copy the maker’s UF2 file that erases the flash onto it, where there is one.'),
      text('Press reset twice again, and copy the UF2 file with MicroPython onto the drive.'),
    ],
    install: 'samd',
  },
  microbit: {
    restart: text('Press the reset button on the back of the board.'),
    safeMode: [],
    erase: [text('Copy a HEX file with MicroPython onto the drive MICROBIT. All files are erased.')],
    install: 'microbit',
  },
  teensy: {
    restart: PLUG,
    safeMode: [],
    erase: [
      text('Press the button on the Teensy: it waits for a program then.'),
      text('With the Teensy Loader write a program that erases the files, or hold the button for 15 seconds to erase all of the flash.'),
      INSTALL_AGAIN,
    ],
    install: 'teensy',
  },
  nrf: {
    restart: text('Press the reset button on the board.'),
    safeMode: [],
    erase: [text('Erase the whole flash with the tool that MicroPython was installed with.'), INSTALL_AGAIN],
    install: 'nrf',
  },
  arduino: {
    restart: text('Press the reset button on the board once.'),
    safeMode: [],
    erase: [
      text('Press the reset button twice quickly: the board waits in its bootloader.'),
      text('Erase the whole flash with the tool that MicroPython was installed with.'),
      INSTALL_AGAIN,
    ],
    install: 'arduino',
  },
  other: {
    restart: RESET_OR_PLUG,
    safeMode: [],
    erase: [
      text(
        'Erase the whole flash with the tool that MicroPython was installed with. Installing it again alone leaves the files as they are.',
      ),
      INSTALL_AGAIN,
    ],
    install: 'rp2',
  },
}
