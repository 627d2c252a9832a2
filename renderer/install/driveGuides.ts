import { text } from '../../shared/language/language'
import { DOWNLOAD_PAGE, type Guide, type GuideStep } from './guide'

const DOWNLOAD_UF2: GuideStep = {
  text: text('Download the .uf2 file for your board: look for its name on this page.'),
  copy: DOWNLOAD_PAGE,
}
const TAP_TWICE: GuideStep = {
  text: text('Press the board’s reset button twice, quickly. A drive appears.'),
  entersBootloader: true,
}
const COPY_UF2: GuideStep = {
  text: text('Copy the .uf2 file onto the drive {{drive}}.'),
  anyDrive: text('Copy the .uf2 file onto that drive.'),
}
const COMES_BACK: GuideStep = {
  text: text('The drive vanishes: the board has started MicroPython. Choose it in the list of boards.'),
}
const REPLACED = text('The program on the board is replaced. Files of an earlier MicroPython usually stay; keep a copy of those you need.')

/** Boards that show a drive, onto which the firmware is copied. */
export const driveGuides: readonly Guide[] = [
  {
    family: 'rp2',
    boards: text('Raspberry Pi Pico, Pico 2, and others with RP2040 or RP2350'),
    steps: [
      { text: text('Download the .uf2 file for your board, such as Pico, Pico W or Pico 2: each has its own.'), copy: DOWNLOAD_PAGE },
      {
        text: text(
          'Unplug the board. Hold its BOOTSEL button while you plug it in again, then let go. The drive RPI-RP2 appears, or RP2350.',
        ),
        entersBootloader: true,
      },
      COPY_UF2,
      COMES_BACK,
    ],
    files: text('The program on the board is replaced. Files of an earlier MicroPython stay.'),
    erases: false,
  },
  {
    family: 'microbit',
    boards: text('BBC micro:bit'),
    steps: [
      { text: text('Open this page and press Save. The .hex file that it gives holds MicroPython.'), copy: 'python.microbit.org' },
      {
        text: text(
          'Plug the micro:bit in without pressing its reset button. Is its drive called MAINTENANCE, unplug it and plug it in again.',
        ),
      },
      { text: text('Copy the .hex file onto the drive {{drive}}. A light flickers until all of it is there.') },
      { text: text('Choose the micro:bit in the list of boards, connect it and get the prompt.') },
    ],
    files: text('The program on the micro:bit, and all files on it, are erased.'),
    erases: true,
    drive: 'MICROBIT',
  },
  {
    family: 'samd',
    boards: text('SAMD21 and SAMD51: Feather M0 and M4, XIAO, Wio Terminal'),
    steps: [DOWNLOAD_UF2, TAP_TWICE, COPY_UF2, COMES_BACK],
    files: REPLACED,
    erases: false,
  },
  {
    family: 'nrf',
    boards: text('nRF52840: Feather, XIAO, ItsyBitsy'),
    steps: [DOWNLOAD_UF2, TAP_TWICE, COPY_UF2, COMES_BACK],
    files: REPLACED,
    erases: false,
  },
  {
    family: 'uf2',
    boards: text('Another board that shows a drive'),
    steps: [
      DOWNLOAD_UF2,
      {
        text: text('Press the board’s reset button twice, quickly, or hold its BOOT button while you plug it in. A drive appears.'),
        entersBootloader: true,
      },
      { text: text('Open INFO_UF2.TXT on the drive: it names the board. The file that you downloaded must be for that one.') },
      COPY_UF2,
      COMES_BACK,
    ],
    files: REPLACED,
    erases: false,
  },
]
