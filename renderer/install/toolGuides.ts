import { text } from '../../shared/language/language'
import { DOWNLOAD_PAGE, type Guide } from './guide'

const LET_GO = text('Disconnect the board here, so that the tool can have its port.')
const CHOOSE = text('Press the reset button. Choose the board in the list of boards, connect it and get the prompt.')

/** Boards that need a tool of their maker's. */
export const toolGuides: readonly Guide[] = [
  {
    family: 'esp32',
    boards: text('ESP32, S2, S3, C3, C6 and ESP8266'),
    steps: [
      { text: text('Download the .bin file for your chip. The page shows its commands, too.'), copy: DOWNLOAD_PAGE },
      { text: text('Install Espressif’s tool. It needs Python on this computer.'), copy: 'python -m pip install esptool' },
      { text: LET_GO },
      {
        text: text(
          'Hold the BOOT button, press and let go of the reset button (EN), then let go of BOOT. Many boards do this by themselves.',
        ),
        entersBootloader: true,
      },
      { text: text('Erase the board. PORT is its port, such as COM5.'), copy: 'python -m esptool --port {{port}} erase_flash' },
      {
        text: text('Write the file. ADDRESS is 0x1000 for ESP32 and S2, and 0 for S3, C3, C6 and ESP8266; FILE is what you downloaded.'),
        copy: 'python -m esptool --port {{port}} write_flash ADDRESS FILE',
      },
      { text: CHOOSE },
    ],
    files: text('Everything on the board is erased.'),
    erases: true,
  },
  {
    family: 'stm32',
    boards: text('Pyboard and other STM32 boards'),
    steps: [
      { text: text('Download the .dfu file for your board: look for its name on this page.'), copy: DOWNLOAD_PAGE },
      { text: text('Install dfu-util from this page, or from your system’s packages.'), copy: 'dfu-util.sourceforge.net' },
      {
        text: text('Join the pins BOOT0 and 3V3 (pyboard: DFU and 3V3), or hold the BOOT0 button, and press the reset button.'),
        entersBootloader: true,
      },
      { text: text('Write the file. FILE is what you downloaded.'), copy: 'dfu-util -a 0 -d 0483:df11 -D FILE' },
      { text: text('Take the pins apart. Press the reset button, then choose the board in the list of boards.') },
    ],
    files: text('The program on the board is replaced. Files of an earlier MicroPython usually stay; keep a copy of those you need.'),
    erases: false,
  },
  {
    family: 'teensy',
    boards: text('Teensy 4.0 and 4.1'),
    steps: [
      { text: text('Download the .hex file for your Teensy: look for its name on this page.'), copy: DOWNLOAD_PAGE },
      { text: text('Install the Teensy Loader from this page.'), copy: 'pjrc.com/teensy/loader.html' },
      { text: text('Press the button on the Teensy.'), entersBootloader: true },
      { text: text('Open the .hex file in the Teensy Loader, then press Program and Reboot there.') },
      { text: text('Choose the board in the list of boards, connect it and get the prompt.') },
    ],
    files: text('The program on the board is replaced. Files of an earlier MicroPython usually stay; keep a copy of those you need.'),
    erases: false,
  },
  {
    family: 'arduino',
    boards: text('Arduino'),
    steps: [
      {
        text: text(
          'See whether yours can run MicroPython: Nano 33 BLE, Nano RP2040 Connect, Nano ESP32, Giga, Portenta, Opta and Nicla Vision can. Uno R3, Mega, Leonardo and the classic Nano have too little memory.',
        ),
      },
      { text: text('Get Arduino’s MicroPython Installer from this page.'), copy: 'labs.arduino.cc/en/labs/micropython-installer' },
      { text: LET_GO },
      { text: text('Start the installer; it finds the board. Press Install MicroPython there.') },
      { text: text('Choose the board in the list of boards, connect it and get the prompt.') },
    ],
    files: text('The sketch on the board is replaced.'),
    erases: true,
  },
]
